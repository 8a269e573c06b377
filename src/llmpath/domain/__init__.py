"""What a learning path is: pure code over values, without files, clock, network or terminal."""
