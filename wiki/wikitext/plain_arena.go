package wikitext

import (
	"sync"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
)

// arena makes the nodes of plain lines, many at a time, and makes the next
// text's of them when a tree is no longer needed: most of the time that a part
// took went into memory.
type arena struct {
	items  slab[ast.ListItem]
	blocks slab[ast.TextBlock]
	texts  slab[ast.Text]
	boxes  slab[extast.TaskCheckBox]
	kids   []ast.Node
	plains []plainBlock
	list   listScanner
}

// arenas are those that are free.
var arenas sync.Pool

// arenaKey is where a parse keeps its arena.
var arenaKey = parser.NewContextKey()

func arenaOf(pc parser.Context) *arena {
	a, _ := pc.Get(arenaKey).(*arena)
	if a == nil {
		if a, _ = arenas.Get().(*arena); a == nil {
			a = &arena{}
			a.list.arena = a
		}
		pc.Set(arenaKey, a)
	}
	return a
}

// release lets others use the nodes of a tree that nobody looks at any more.
func release(pc parser.Context) {
	a, _ := pc.Get(arenaKey).(*arena)
	if a == nil {
		return
	}
	pc.Set(arenaKey, nil)
	if len(a.kids)+a.items.used > mostKept {
		return
	}
	a.items.reset()
	a.blocks.reset()
	a.texts.reset()
	a.boxes.reset()
	clear(a.kids)
	clear(a.plains)
	a.kids, a.plains = a.kids[:0], a.plains[:0]
	a.list.reset()
	arenas.Put(a)
}

// scanner returns a scanner of lists, to be used before the next is asked for.
func (a *arena) scanner(src []byte) *listScanner {
	a.list.reset()
	a.list.src = src
	return &a.list
}

// slab holds values that are used one after the other.
type slab[T any] struct {
	chunks [][]T
	used   int
}

const (
	slabSize = 64   // how many values are made at a time
	mostKept = 2048 // how many are kept: more than a part of ordinary minutes has
)

// next returns a value that nobody uses, and that is zero.
func (s *slab[T]) next() *T {
	i := s.used / slabSize
	if i == len(s.chunks) {
		s.chunks = append(s.chunks, make([]T, slabSize))
	}
	s.used++
	return &s.chunks[i][(s.used-1)%slabSize]
}

func (s *slab[T]) reset() {
	for i := 0; i < s.used; i += slabSize {
		clear(s.chunks[i/slabSize])
	}
	s.used = 0
}
