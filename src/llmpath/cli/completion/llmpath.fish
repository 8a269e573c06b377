# Completion of llmpath for fish 3.1 or later. Once:
#     llmpath --show-completion fish > ~/.config/fish/completions/llmpath.fish

function __llmpath_offers
    set -l words (commandline -opc)
    set -l word (commandline -ct)
    set -l lines (_LLMPATH_COMPLETE=1 command llmpath $words[2..-1] (string unescape -- "$word"; or echo "$word") 2>/dev/null)
    string match -v -- \t'*' $lines
    for ending in (string replace -f -r -- '^\t' '' $lines)
        set -l head (string match -r -- '^--[^=]*=' "$word")
        set -l files (complete -C "'' "(string replace -- "$head" '' "$word"))
        for file in (string match -r -- '.*/$|.*'(string escape --style=regex -- "$ending")'$' $files)
            echo -- "$head$file"
        end
    end
end

complete -c llmpath -f -a '(__llmpath_offers)'
