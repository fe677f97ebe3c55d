package archive

import (
	"os"
	"path/filepath"

	"telko/minutes/lang"
)

// Find returns the folder of the workspace: the nearest one with a telko.toml
// from start upwards, else dirEnv ($TELKO_DIR), else userDefault (of the user's
// configuration). Empty ones are skipped; one that is given and is no
// workspace is an error, never passed over.
func Find(start, dirEnv, userDefault string) (root string, err error) {
	if start != "" {
		dir, err := filepath.Abs(start)
		if err != nil {
			return "", err
		}
		for {
			if isWorkspace(dir) {
				return dir, nil
			}
			up := filepath.Dir(dir)
			if up == dir {
				break
			}
			dir = up
		}
	}
	for _, dir := range []string{dirEnv, userDefault} {
		if dir == "" {
			continue
		}
		dir, err := filepath.Abs(dir)
		if err != nil {
			return "", err
		}
		if !isWorkspace(dir) {
			return "", lang.E(lang.ArchiveNotWorkspace, dir).Because(ErrNoWorkspace).Hint(lang.ArchiveFindHint)
		}
		return dir, nil
	}
	return "", lang.E(lang.ArchiveNoWorkspace).Because(ErrNoWorkspace).Hint(lang.ArchiveFindHint)
}

// isWorkspace looks for a regular file, so that a folder or a device of that
// name does not count.
func isWorkspace(dir string) bool {
	info, err := os.Stat(filepath.Join(dir, SettingsFile))
	return err == nil && info.Mode().IsRegular()
}
