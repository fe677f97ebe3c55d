package cli

// bashAlone makes the script for bash work where the package bash-completion is
// not installed, which cobra's script takes for granted: there is no more to it
// than putting words together again that bash broke at = and :.
const bashAlone = `
if ! declare -F _get_comp_words_by_ref >/dev/null; then
    __telko_init_completion()
    {
        local i word rest=$COMP_LINE
        words=()
        for ((i = 0; i <= COMP_CWORD; i++)); do
            word=${COMP_WORDS[i]}
            if [[ $i -gt 0 && -n $word && $rest == "$word"* ]]; then
                words[${#words[@]}-1]+=$word
            else
                words+=("$word")
            fi
            rest=${rest#"${rest%%[![:space:]]*}"}
            rest=${rest#"$word"}
        done
        cword=$((${#words[@]} - 1))
        cur=${words[cword]}
        prev=${words[cword > 0 ? cword - 1 : 0]}
    }
fi
`
