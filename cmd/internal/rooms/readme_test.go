package rooms

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// The README says why each module is there that telko itself asks for.
func TestReadmeNamesEveryModule(t *testing.T) {
	top := filepath.Join("..", "..", "..")
	readme, err := os.ReadFile(filepath.Join(top, "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	mod, err := os.ReadFile(filepath.Join(top, "go.mod"))
	if err != nil {
		t.Fatal(err)
	}
	_, table, _ := strings.Cut(string(readme), "\n## Dependencies\n")
	named := 0
	for line := range strings.Lines(string(mod)) {
		words := strings.Fields(line)
		if len(words) != 2 || !strings.HasPrefix(words[1], "v") {
			continue // an indirect one has a comment
		}
		named++
		_, short, _ := strings.Cut(words[0], "/")
		if !strings.Contains(table, short+"`") {
			t.Errorf("the README does not say what %s is for", words[0])
		}
	}
	if named < 10 {
		t.Errorf("only %d modules found in go.mod", named)
	}
}
