import type { CompletionSettings } from './command-options.ts';

/**
 * The scripts with which shells complete `vault`. Each asks `vault complete -- WORD...`, the word being completed last, and gets lines of
 * a value, a tab and what it means; or `:files` or `:folders` where the shell is to complete those by itself.
 *
 * Written here and not taken from a library: they pass words on as they are instead of having them evaluated again, need no
 * bash-completion, and leave the names of files to the shell.
 */
export const completionScripts: Readonly<Record<CompletionSettings['shell'], string>> = {
  bash: String.raw`# bash completion for vault. Install, in ~/.bashrc: source <(vault completion bash)
_vault() {
  local line
  COMPREPLY=()
  while IFS= read -r line; do
    case $line in
      # An empty reply makes readline complete the names of files.
      :files) return ;;
      :folders)
        compopt -o filenames 2>/dev/null
        while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen -d -- "${'$'}{COMP_WORDS[COMP_CWORD]}")
        return
        ;;
      *) COMPREPLY+=("${'$'}{line%%$'\t'*}") ;;
    esac
  done < <(vault complete -- "${'$'}{COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
  # Nothing fits, and no file would.
  if [ ${'$'}{#COMPREPLY[@]} -eq 0 ]; then compopt +o default 2>/dev/null; fi
}
complete -o default -F _vault vault
`,
  zsh: String.raw`#compdef vault
# zsh completion for vault. Install: vault completion zsh > "${'$'}{fpath[1]}/_vault", then start zsh anew
_vault() {
  local line
  local -a values
  while IFS= read -r line; do
    case $line in
      :files) compset -P '--*='; _files; return ;;
      :folders) compset -P '--*='; _files -/; return ;;
      *) values+=("${'$'}{${'$'}{line%%$'\t'*}//:/\\:}:${'$'}{line#*$'\t'}") ;;
    esac
  done < <(vault complete -- "${'$'}{(@Q)words[2,CURRENT]}" 2>/dev/null)
  _describe -V vault values
}
if [ "$funcstack[1]" = _vault ]; then _vault "$@"; else compdef _vault vault; fi
`,
  fish: String.raw`# fish completion for vault. Install: vault completion fish > ~/.config/fish/completions/vault.fish
function __vault_complete
    set -l words (commandline -opc)
    set -l current (commandline -ct)
    for line in (vault complete -- $words[2..-1] "$current" 2>/dev/null)
        switch $line
            case :files
                __fish_complete_path "$current"
            case :folders
                __fish_complete_directories "$current" ''
            case '*'
                printf '%s\n' $line
        end
    end
end
complete -c vault -e
complete -c vault -f -k -a '(__vault_complete)'
`,
  powershell: String.raw`# PowerShell completion for vault. Install, in $PROFILE: vault completion powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName vault -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $words = @($commandAst.CommandElements | Select-Object -Skip 1 |
        Where-Object { $_.Extent.StartOffset -lt $cursorPosition } | ForEach-Object { $_.ToString() })
    # A lone = stands for a word that is still empty, which older versions would not pass on.
    if ($wordToComplete -eq '') { $words += '=' }
    & vault complete '--' @words 2>$null | Where-Object { $_ -notlike ':*' } | ForEach-Object {
        $value, $meaning = $_ -split "${'`'}t", 2
        if (-not $meaning) { $meaning = $value }
        [System.Management.Automation.CompletionResult]::new($value, $value, 'ParameterValue', $meaning)
    }
}
`,
};
