package minutes

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

var sameOutlines = cmp.Options{
	cmp.AllowUnexported(outline{}, heading{}, checkbox{}),
	cmpopts.EquateEmpty(),
}

// bodies are pieces of minutes. Tasks says which checkbox lines are tasks;
// sure, whether the line scanner may be in doubt.
var bodies = []struct {
	name, body string
	tasks      []string
	sure       bool
}{
	{"plain", "- [ ] one\n* [x] two\n+ [X] three\n", []string{"one", "two", "three"}, true},
	{"numbered", "1. [ ] one\n2. [ ] two\n10) [ ] ten\n", []string{"one", "two", "ten"}, true},
	{"nested", "- a\n  - [ ] b\n    - [ ] c\n- d\n\n  - [ ] e\n", []string{"b", "c", "e"}, true},
	{"deep below four columns", "- a\n    - [ ] b\n", []string{"b"}, true},
	{"below a heading", "## Topic\n- [ ] a\n\ntext\n- [ ] b\n", []string{"a", "b"}, true},
	{"no text", "- [ ]\n- [ ] \n- [x]\n", nil, true},
	{"no blank", "- [ ]a\n- [y] b\n- [] c\n-[ ] d\n", nil, true},
	{"escaped", "- \\[ ] a\n", nil, true},
	{"running text", "text\n[ ] a\n    - [ ] b\n", nil, true},
	{"code by indentation", "text\n\n    - [ ] a\n\n- [ ] b\n", []string{"b"}, true},
	{"code in an item", "- a\n\n      - [ ] b\n- [ ] c\n", []string{"c"}, true},
	{"fences", "```\n- [ ] a\n```\n- [ ] b\n~~~~ text\n- [ ] c\n~~~\n- [ ] d\n~~~~\n- [ ] e\n", []string{"b", "e"}, true},
	{"a fence in an item", "- a\n  ```\n  - [ ] b\n  ```\n- [ ] c\n", []string{"c"}, true},
	{"a fence that an item ends", "- a\n  ```\n  - [ ] b\n- [ ] c\n", []string{"c"}, true},
	{"a fence that does not close", "- [ ] a\n```\n- [ ] b\n## Topic\n- [ ] c\n", []string{"a"}, true},
	{"a fence that is code on a line", "``` a ``` b\n- [ ] c\n", []string{"c"}, true},
	{"quotes", "> - [ ] a\n> ## b\n- [ ] c\n", []string{"c"}, true},
	{"a quote that goes on", "> a\nb\n- [ ] c\n", []string{"c"}, true},
	{"a quote in an item", "- a\n  > - [ ] b\n- [ ] c\n", []string{"c"}, true},
	{"comments", "<!-- - [ ] a\n- [ ] b\n-->\n- [ ] c\n<!-- d -->\n- [ ] e\n", []string{"c", "e"}, true},
	{"a comment that does not close", "- [ ] a\n\n<!-- b\n- [ ] c\n## d\n", []string{"a"}, true},
	{"a rule", "- [ ] a\n\n---\n* * *\n- [ ] b\n", []string{"a", "b"}, true},
	{"lazy lines", "- [ ] a\nb\n  - [ ] c\n", []string{"a", "c"}, true},
	{"headings in items", "- a\n  ## b\n  - [ ] c\n", []string{"c"}, true},
	{"bold at the front", "- **a** b\n- *c*\n- [ ] **d**\n", []string{"**d**"}, true},
	{"dates at the front", "- 14.01. a\n- 2010 b\n- [ ] 3. c\n", []string{"3. c"}, true},
	{"CRLF", "## Topic\r\n- [ ] a\r\n```\r\n- [ ] b\r\n```\r\n- [x] c\r\n", []string{"a", "c"}, true},
	{"no line break at the end", "- [ ] a", []string{"a"}, true},
	{"wiki links", "- [[Page]] a\n- [ ] [[Page|b]] c\n", []string{"[[Page|b]] c"}, true},

	{"an underlined heading", "Topic\n---\n- [ ] a\n", []string{"a"}, false},
	{"a task that is underlined", "- [ ] a\n  ---\n- [ ] b\n", []string{"b"}, false},
	{"HTML", "<div>\n- [ ] a\n\n- [ ] b\n", []string{"b"}, false},
	{"items within items", "- - [ ] a\n- ## b\n- 1. [ ] c\n", []string{"a", "c"}, false},
	{"code as an item", "-     [ ] a\n", nil, false},
	{"tabs", "-\t[ ] a\n\t- [ ] b\n", []string{"a", "b"}, false},
	{"empty items", "-\n  [ ] a\n- [ ] b\n", []string{"b"}, false},
	{"a number in running text", "text\n2. [ ] a\n", nil, false},
}

func TestScanFindsTasksLikeGoldmark(t *testing.T) {
	for _, tt := range bodies {
		t.Run(tt.name, func(t *testing.T) {
			src := []byte(tt.body)
			doc := readDocument(src, 0, 1)
			var got []string
			for _, tl := range doc.tasks {
				got = append(got, string(tl.content.Of(src)))
			}
			if diff := cmp.Diff(tt.tasks, got, cmpopts.EquateEmpty()); diff != "" {
				t.Errorf("tasks by goldmark (-want +got):\n%s", diff)
			}
			lines, sure := ScanTasks(src)
			if sure != tt.sure {
				t.Errorf("sure = %v, want %v", sure, tt.sure)
			}
			if !sure && lines != nil {
				t.Errorf("lines though not sure: %v", lines)
			}
			sameOutline(t, src)
		})
	}
}

// sameOutline fails if the scanner is sure and sees what goldmark does not.
func sameOutline(t *testing.T, src []byte) {
	t.Helper()
	var o outline
	if !scan(src, 0, 1, &o) {
		return
	}
	if diff := cmp.Diff(readDocument(src, 0, 1).outline, o, sameOutlines); diff != "" {
		t.Errorf("the scanner was sure of %q, goldmark sees (-goldmark +scanner):\n%s", src, diff)
	}
}

func FuzzScan(f *testing.F) {
	for _, tt := range bodies {
		f.Add([]byte(tt.body))
	}
	for _, s := range []string{
		"- a\n - b\n  - [ ] c\n   - d\n    - [ ] e\n", "1. a\n   - [ ] b\n\n   c\n2. [ ] d\n",
		"> a\n    - [ ] b\n", "- > a\nb\n  - [ ] c\n", "[a]: b\n- [ ] c\n", "***\n___\n- [ ] a\n", "#\n##\n# a #\n## b\\#\n",
		"- [ ] a `b\n- [ ] c` d\n", "- a\n\n\n- [ ] b\n\n    c\n", "10. a\n    - [ ] b\n   - [ ] c\n",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		if len(src) > 2000 || textError(src) != nil {
			return
		}
		sameOutline(t, src)
	})
}

// FuzzScanLines puts lines together of the pieces that block structure is made
// of, which random bytes rarely hit.
func FuzzScanLines(f *testing.F) {
	pieces := []string{
		"", "\n", "- ", "* ", "+ ", "1. ", "2) ", "10. ", "[ ] a", "[x] b", "text", "# ", "## T", "> ", "```", "~~~", "````", "---", "===",
		"***", "<!--", "-->", "<div>", " ", "  ", "   ", "    ", "     ", "\t", "\r", "[a]: b", "`", "\\", "- [ ] t", "#", "*", "_", "-", "é",
	}
	f.Add([]byte{2, 8, 1, 25, 2, 8, 1})
	f.Add([]byte{13, 2, 8, 1, 10, 1, 24, 33, 1})
	f.Add([]byte{2, 10, 1, 26, 33, 1, 1, 27, 33, 1})
	f.Fuzz(func(t *testing.T, ops []byte) {
		if len(ops) > 80 {
			return
		}
		var b strings.Builder
		for _, op := range ops {
			b.WriteString(pieces[int(op)%len(pieces)])
		}
		sameOutline(t, []byte(b.String()))
	})
}
