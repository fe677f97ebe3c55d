package archive

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"

	"telko/minutes/lang"
)

// Git returns what would go wrong where the workspace lies in git: lines that
// .gitignore and .gitattributes lack. Without the first, what is private is a
// commit away from everybody; without the second, logs of two machines are a
// conflict. A workspace that is in no git is fine.
func (w *Workspace) Git() ([]Problem, error) {
	if !inGit(w.root) {
		return nil, nil
	}
	var out []Problem
	for _, f := range [][2]string{{".gitignore", gitIgnore}, {".gitattributes", gitAttributes}} {
		src, err := w.readLimited(f[0])
		if err != nil {
			return nil, err
		}
		has := map[string]bool{}
		for line := range bytes.Lines(src) {
			has[string(bytes.TrimSpace(line))] = true
		}
		var missing []string
		for line := range strings.Lines(f[1]) {
			if line = strings.TrimSpace(line); !has[line] {
				missing = append(missing, line)
			}
		}
		if len(missing) > 0 {
			out = append(out, Problem{Path: f[0], Err: lang.E(lang.ArchiveGitLines, strings.Join(missing, ", ")).Hint(lang.ArchiveGitLinesHint, f[0])})
		}
	}
	return out, nil
}

// inGit reports whether a folder is, or lies in, what git keeps.
func inGit(dir string) bool {
	for {
		if _, err := os.Lstat(filepath.Join(dir, ".git")); err == nil {
			return true
		}
		up := filepath.Dir(dir)
		if up == dir {
			return false
		}
		dir = up
	}
}
