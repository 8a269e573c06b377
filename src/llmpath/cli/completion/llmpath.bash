# Completion of llmpath for bash 4 or later. In ~/.bashrc:
#     source <(llmpath --show-completion bash)

_llmpath() {
    local rest=${COMP_LINE:0:COMP_POINT} words=() lines=() blank word line i
    # COMP_WORDS is split at = and : too; what stands without a blank between is one word again.
    for ((i = 0; i <= COMP_CWORD; i++)); do
        blank=${rest%%[![:space:]]*}
        rest=${rest#"$blank"}
        if ((i < COMP_CWORD)); then word=${COMP_WORDS[i]}; else word=$rest; fi
        rest=${rest#"$word"}
        if [[ $blank || $i == 0 ]]; then words+=("$word"); else words[${#words[@]} - 1]+=$word; fi
    done
    word=${words[${#words[@]} - 1]}
    local typed=$2 head=${word%"$2"}
    words=("${words[@]//[\\\"\']/}")

    mapfile -t lines < <(_LLMPATH_COMPLETE=1 command llmpath "${words[@]:1}" 2>/dev/null)
    COMPREPLY=()
    for line in "${lines[@]}"; do
        case $line in
            $'\t'*)
                compopt -o filenames
                while IFS= read -r word; do
                    if [[ -d $word || $word == *"${line#$'\t'}" ]]; then COMPREPLY+=("$word"); fi
                done < <(compgen -f -- "$typed")
                ;;
            *)
                line=${line%%$'\t'*}
                COMPREPLY+=("${line#"$head"}")
                ;;
        esac
    done
}

complete -F _llmpath llmpath
