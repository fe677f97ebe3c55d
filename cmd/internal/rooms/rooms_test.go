package rooms

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const module = "telko/"

// mayImport is the table of rooms: each room and the telko packages that it
// may import. A room that is not listed fails the test, so that a new one is a
// decision.
var mayImport = map[string][]string{
	"tasks/when":      {},
	"tasks":           {"tasks/when"},
	"motions":         {"tasks/when"},
	"minutes/lang":    {},
	"minutes":         {"tasks", "tasks/when", "motions", "minutes/lang"},
	"minutes/archive": {"minutes", "tasks", "tasks/when", "motions", "minutes/lang"},
	"minutes/imports": {"minutes", "tasks", "tasks/when", "motions", "minutes/lang", "wiki/wikitext"},
	"minutes/capture": {"minutes", "minutes/archive", "minutes/lang", "motions", "tasks", "tasks/when"},
	// The journals' folder on a real disk, so that capture needs none.
	"minutes/capture/disk": {"minutes/capture"},
	"wiki/wikitext":        {},
	// The proof that the conversion is true: no program that users run has it.
	"wiki/wikitext/fidelity": {"wiki/wikitext"},
	"wiki/client":            {},
	"wiki/wikitest":          {},
	"wiki": {
		"minutes", "minutes/archive", "minutes/imports", "minutes/lang", "motions",
		"tasks", "tasks/when", "wiki/client", "wiki/wikitext",
	},
	"cmd/internal/demo": {
		"minutes", "minutes/archive", "minutes/lang", "motions", "tasks", "tasks/when",
	},
	"cmd/internal/site": {
		"minutes", "minutes/archive", "minutes/lang", "motions", "tasks", "tasks/when",
		"wiki/wikitext",
	},
	"cmd/internal/tui": {
		"minutes", "minutes/archive", "minutes/capture", "minutes/lang", "motions", "tasks", "tasks/when",
	},
	"cmd/internal/terminal":      {}, // for tests and benchmarks
	"cmd/internal/mail":          {},
	"cmd/internal/mail/mailtest": {},

	"cmd/internal/bench":     {"cmd/internal/terminal", "minutes", "minutes/archive", "minutes/imports", "minutes/lang", "motions", "tasks", "tasks/when", "wiki", "wiki/wikitest"},
	"cmd/internal/fidelity":  {"*"},
	"cmd/internal/wikiserve": {"*"},
	"cmd/internal/cli":       {"*"},
	"cmd/telko":              {"cmd/internal/cli"},
}

// onlyIn names the rooms that may import a library from outside.
var onlyIn = map[string][]string{
	"github.com/charmbracelet": {"cmd/internal/tui"},
	"charm.land":               {"cmd/internal/tui"},
	"github.com/spf13":         {"cmd/internal/cli", "cmd/internal/bench/hello"},
	"cgt.name/pkg/go-mwclient": {"wiki/client"},
	// They find methods by name, so that a program that holds them keeps every
	// exported method of all its types: 3 MB, and a tenth of each start.
	"html/template":    {},
	"text/template":    {},
	"golang.org/x/net": {"wiki/wikitext/fidelity"},
}

// outside cmd, the clock, the environment and the standard streams are passed
// in.
var onlyInCmd = []string{
	"time.Now", "time.Sleep", "time.Since", "os.Stdout", "os.Stderr", "os.Stdin", "os.Getenv", "os.LookupEnv",
	"os.Exit", "http.DefaultClient", "http.Get", "http.Post",
}

type source struct {
	room, name string
	file       *ast.File
	fset       *token.FileSet
}

func sources(t *testing.T) []source {
	t.Helper()
	root := filepath.Join("..", "..", "..")
	var all []source
	err := filepath.WalkDir(root, func(p string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			if n := d.Name(); p != root && (strings.HasPrefix(n, ".") || n == "testdata" || n == "bin") {
				return fs.SkipDir
			}
			return nil
		}
		if !strings.HasSuffix(p, ".go") || strings.HasSuffix(p, "_test.go") {
			return nil
		}
		fset := token.NewFileSet()
		f, err := parser.ParseFile(fset, p, nil, 0)
		if err != nil {
			return err
		}
		rel, _ := filepath.Rel(root, p)
		rel = filepath.ToSlash(rel)
		all = append(all, source{room: path.Dir(rel), name: rel, file: f, fset: fset})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(all) < 20 {
		t.Fatalf("found only %d Go files below %s: is the test in the right place?", len(all), root)
	}
	return all
}

func TestImportsPointInward(t *testing.T) {
	for _, s := range sources(t) {
		room := s.room
		allowed, ok := mayImport[room]
		if !ok && !strings.HasPrefix(room, "cmd/internal/bench/") && room != "cmd/internal/rooms" {
			t.Errorf("%s: room %s is not in the table of rooms", s.name, room)
			continue
		}
		for _, imp := range s.file.Imports {
			p, _ := strconv.Unquote(imp.Path.Value)
			if to, ours := strings.CutPrefix(p, module); ours {
				if !slices.Contains(allowed, to) && !slices.Contains(allowed, "*") {
					t.Errorf("%s imports %s, which room %s may not", s.name, to, room)
				}
			}
			for lib, rooms := range onlyIn {
				if (p == lib || strings.HasPrefix(p, lib+"/")) && !slices.Contains(rooms, room) {
					t.Errorf("%s imports %s, which only %s may", s.name, p, strings.Join(rooms, ", "))
				}
			}
		}
	}
}

func TestClockAndTerminalArePassedIn(t *testing.T) {
	for _, s := range sources(t) {
		if strings.HasPrefix(s.room, "cmd/") || s.room == "wiki/wikitest" {
			continue
		}
		ast.Inspect(s.file, func(n ast.Node) bool {
			sel, ok := n.(*ast.SelectorExpr)
			if !ok {
				return true
			}
			x, ok := sel.X.(*ast.Ident)
			if ok && x.Obj == nil && slices.Contains(onlyInCmd, x.Name+"."+sel.Sel.Name) {
				t.Errorf("%s: %s.%s outside cmd: have it passed in",
					s.fset.Position(n.Pos()), x.Name, sel.Sel.Name)
			}
			return true
		})
	}
}

func TestEveryPackageHasADocFile(t *testing.T) {
	documented, rooms := map[string]int{}, map[string]bool{}
	for _, s := range sources(t) {
		rooms[s.room] = true
		if path.Base(s.name) == "doc.go" || s.file.Name.Name == "main" {
			documented[s.room]++
		}
	}
	for room := range rooms {
		if documented[room] == 0 {
			t.Errorf("%s has no doc.go", room)
		}
	}
}

func TestTopLevelIsFixed(t *testing.T) {
	want := []string{
		".ci", ".gitignore", "CHANGELOG.md", "LICENSE", "Makefile", "README.md",
		"cmd", "go.mod", "go.sum", "minutes", "motions", "tasks", "testdata", "wiki",
	}
	entries, err := filepath.Glob(filepath.Join("..", "..", "..", "*.go"))
	if err != nil || len(entries) > 0 {
		t.Errorf("Go files at the top level: %v %v", entries, err)
	}
	for _, w := range want {
		if m, _ := filepath.Glob(filepath.Join("..", "..", "..", w)); len(m) == 0 {
			t.Errorf("the top level lacks %s", w)
		}
	}
}
