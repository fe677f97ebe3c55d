package lang

import (
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

var verb = regexp.MustCompile(`%(\[\d+\])?[-+# 0]*[\d*]*(\.[\d*]+)?([a-zA-Z%])`)

// TestBothLanguagesTakeTheSameArguments reads every T(…) of the catalogue: the
// two forms must use the same arguments, and neither may be empty.
func TestBothLanguagesTakeTheSameArguments(t *testing.T) {
	fset := token.NewFileSet()
	entries, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	messages := 0
	for _, e := range entries {
		if !strings.HasSuffix(e.Name(), ".go") || strings.HasSuffix(e.Name(), "_test.go") {
			continue
		}
		f, err := parser.ParseFile(fset, e.Name(), nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(f, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok {
				return true
			}
			if id, ok := call.Fun.(*ast.Ident); !ok || id.Name != "T" {
				return true
			}
			pos := fset.Position(call.Pos())
			de, okDe := literal(call.Args[0])
			en, okEn := literal(call.Args[1])
			if !okDe || !okEn {
				t.Errorf("%s: T takes string literals, so that this test can read them", pos)
				return true
			}
			messages++
			if strings.TrimSpace(de) == "" || strings.TrimSpace(en) == "" {
				t.Errorf("%s: a form is empty", pos)
			}
			if a, b := arguments(de), arguments(en); !slices.Equal(a, b) {
				t.Errorf("%s: German takes %v, English %v", pos, a, b)
			}
			return true
		})
	}
	if messages == 0 {
		t.Fatal("no messages found")
	}
}

// arguments lists which argument, by number, is shown how: "1s", "2d".
func arguments(format string) []string {
	var out []string
	n := 0
	for _, m := range verb.FindAllStringSubmatch(format, -1) {
		if m[3] == "%" {
			continue
		}
		n++
		if m[1] != "" {
			n, _ = strconv.Atoi(strings.Trim(m[1], "[]"))
		}
		if a := fmt.Sprint(n, m[3]); !slices.Contains(out, a) {
			out = append(out, a)
		}
	}
	slices.Sort(out)
	return out
}

func literal(e ast.Expr) (string, bool) {
	switch e := e.(type) {
	case *ast.BasicLit:
		s, err := strconv.Unquote(e.Value)
		return s, err == nil
	case *ast.BinaryExpr:
		a, okA := literal(e.X)
		b, okB := literal(e.Y)
		return a + b, okA && okB
	}
	return "", false
}

func TestErrorsSpeakBothLanguagesAndKeepTheirCause(t *testing.T) {
	cause := errors.New("boom")
	text, hint := T("%s: kaputt: %v", "%s: broken: %v"), T("repariere %s", "mend %s")
	err := fmt.Errorf("reading: %w", E(text, "a.md", cause).Hint(hint, "a.md"))
	if !errors.Is(err, cause) {
		t.Error("the cause is lost")
	}
	var e *Error
	if !errors.As(err, &e) {
		t.Fatal("the error is lost")
	}
	if got := Say(e, German); got != "a.md: kaputt: boom" {
		t.Errorf("German: %q", got)
	}
	if got := e.Error(); got != "a.md: broken: boom" {
		t.Errorf("English: %q", got)
	}
	if got := HintOf(err, German); got != "repariere a.md" {
		t.Errorf("hint: %q", got)
	}
	if got := HintOf(cause, German); got != "" {
		t.Errorf("hint of nothing: %q", got)
	}
}
