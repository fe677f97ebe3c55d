package imports

import (
	"go/ast"
	"go/constant"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestPatterns compiles every pattern in the source: none is compiled at the
// start.
func TestPatterns(t *testing.T) {
	names, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	fset := token.NewFileSet()
	var files []*ast.File
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(fset, name, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, f)
	}
	// What other packages are does not matter for constants of this one.
	info := &types.Info{Types: map[ast.Expr]types.TypeAndValue{}}
	conf := types.Config{Importer: importer.Default(), Error: func(error) {}}
	_, _ = conf.Check("imports", fset, files, info)
	n := 0
	for call, arg := range lazyCalls(files) {
		v := info.Types[arg].Value
		if v == nil {
			t.Errorf("%s: the pattern is no constant", fset.Position(call.Pos()))
			continue
		}
		n++
		if _, err := regexp.Compile(constant.StringVal(v)); err != nil {
			t.Errorf("%s: %v", fset.Position(call.Pos()), err)
		}
	}
	if n < 30 {
		t.Errorf("%d patterns", n)
	}
}

// lazyCalls returns the calls of lazily, with their arguments.
func lazyCalls(files []*ast.File) map[*ast.CallExpr]ast.Expr {
	calls := map[*ast.CallExpr]ast.Expr{}
	for _, f := range files {
		ast.Inspect(f, func(node ast.Node) bool {
			if call, ok := node.(*ast.CallExpr); ok {
				if fn, ok := call.Fun.(*ast.Ident); ok && fn.Name == "lazily" {
					calls[call] = call.Args[0]
				}
			}
			return true
		})
	}
	return calls
}
