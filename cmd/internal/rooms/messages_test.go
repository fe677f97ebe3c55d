package rooms

import (
	"go/ast"
	"go/token"
	"testing"
)

const langRoom = "minutes/lang"

// A message that nothing says is not kept, and not translated.
func TestEveryMessageIsUsed(t *testing.T) {
	all := sources(t)
	used := map[string]bool{}
	for _, s := range all {
		ast.Inspect(s.file, func(n ast.Node) bool {
			if sel, ok := n.(*ast.SelectorExpr); ok {
				if x, ok := sel.X.(*ast.Ident); ok && x.Name == "lang" {
					used[sel.Sel.Name] = true
				}
			}
			return true
		})
		if s.room == langRoom {
			usedInside(s.file, used)
		}
	}
	messages := 0
	for _, s := range all {
		if s.room != langRoom {
			continue
		}
		for _, d := range s.file.Decls {
			g, ok := d.(*ast.GenDecl)
			if !ok || g.Tok != token.VAR {
				continue
			}
			for _, spec := range g.Specs {
				for _, name := range spec.(*ast.ValueSpec).Names {
					messages++
					if !used[name.Name] {
						t.Errorf("%s: nothing says %s", s.fset.Position(name.Pos()), name.Name)
					}
				}
			}
		}
	}
	if messages < 500 {
		t.Errorf("only %d messages found", messages)
	}
}

// usedInside notes what functions and values of a file name.
func usedInside(file *ast.File, used map[string]bool) {
	name := func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok {
			used[id.Name] = true
		}
		return true
	}
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.BlockStmt:
			ast.Inspect(n, name)
		case *ast.ValueSpec:
			for _, v := range n.Values {
				ast.Inspect(v, name)
			}
		}
		return true
	})
}
