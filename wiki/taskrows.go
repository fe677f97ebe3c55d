package wiki

import (
	"regexp"
	"slices"
	"strings"
	"sync"

	"telko/tasks"
	"telko/wiki/wikitext"
)

// taskRow is a row of the list of tasks as a revision has it.
type taskRow struct {
	id    tasks.ID // "" if it has none
	mark  string   // the row's own id, as it is written; "" for none
	cells []string // wikitext, without attributes and white space around it
}

var rowID = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`\bid\s*=\s*["']?([^"'\s>]+)`)
})

// readRows reads the tables in what stands between the marks, and returns what
// else stands there. Of several rows with one id the first is the task's; the
// others are somebody's who copied it.
func readRows(inside string) (rows []taskRow, rest []string) {
	tree := wikitext.Parse(inside)
	seen := map[string]bool{}
	for block := range tree.Root().Children() {
		if block.Kind() != wikitext.TableNode {
			if text := strings.TrimSpace(block.Source()); text != "" && block.Kind() != wikitext.CommentNode {
				rest = append(rest, text)
			}
			continue
		}
		for el := range block.Children() {
			switch el.Kind() {
			case wikitext.RowNode:
				row, heads := readRow(el)
				if heads || len(row.cells) == 0 {
					continue
				}
				if row.mark != "" && seen[row.mark] {
					row.id, row.mark = "", ""
				}
				seen[row.mark] = true
				rows = append(rows, row)
			case wikitext.MarkNode, wikitext.AttrNode, wikitext.SpaceNode:
			default:
				if text := strings.TrimSpace(el.Source()); text != "" {
					rest = append(rest, text)
				}
			}
		}
	}
	return rows, rest
}

// readRow reads one row; heads says that it is the heading of the table.
func readRow(el wikitext.Elem) (row taskRow, heads bool) {
	for c := range el.Children() {
		switch c.Kind() {
		case wikitext.AttrNode:
			if m := rowID().FindStringSubmatch(c.Source()); m != nil {
				row.mark = m[1]
				if id, err := tasks.ParseID(row.mark); err == nil {
					row.id = id
				}
			}
		case wikitext.HeaderNode:
			heads = true
		case wikitext.CellNode:
			var b strings.Builder
			for part := range c.Children() {
				if k := part.Kind(); k != wikitext.AttrNode && (k != wikitext.MarkNode || part.Leaf() && !isCellMark(part.Source())) {
					b.WriteString(part.Source())
				}
			}
			row.cells = append(row.cells, strings.TrimSpace(b.String()))
		}
	}
	if row.mark == "" && len(row.cells) > idColumn {
		// Editors that make a table anew may drop a row's own id.
		shown := shownText(row.cells[idColumn])
		if id, err := tasks.ParseID(shown); err == nil && strings.HasPrefix(shown, "#") {
			row.id, row.mark = id, string(id)
		}
	}
	return row, heads
}

// showsID reports whether one of a row's first cells is its id, as telko writes
// it there: the row is telko's then, also if the list does not show it any more.
func (r taskRow) showsID() bool {
	return slices.ContainsFunc(r.cells[:min(len(r.cells), idColumn+1)], func(cell string) bool {
		return shownText(cell) == "#"+r.mark
	})
}

// isCellMark reports whether a mark is what begins a cell or parts it from its
// attributes.
func isCellMark(s string) bool {
	s = strings.TrimSpace(s)
	return s == "|" || s == "||"
}

// shownText returns what a piece of wikitext shows, in one line.
func shownText(text string) string {
	return plain(wikitext.InlineToMarkdown(strings.ReplaceAll(text, "\n", " ")))
}

// strayLines returns what of a table is a person's: rows that are no task's, and
// lines outside the table that are not telko's. The words of a row stay, as an
// item of a list. public are the tasks that are known.
func strayLines(inside string, public map[tasks.ID]bool) []string {
	rows, rest := readRows(inside)
	var out []string
	for _, row := range rows {
		if row.mark != "" && (public[row.id] || row.showsID()) {
			continue
		}
		var cells []string
		for _, c := range row.cells {
			if c = strings.Join(strings.Fields(c), " "); c != "" && c != openBox && c != doneBox {
				cells = append(cells, c)
			}
		}
		if len(cells) > 0 {
			out = append(out, "* "+strings.Join(cells, " – "))
		}
	}
	for _, line := range rest {
		if !isEmptyList(line) {
			out = append(out, line)
		}
	}
	return out
}

// changedCells returns the cells that somebody changed in rows of telko's, as
// items of a list that name the row. last is the list as telko wrote it.
func changedCells(inside, last string) []string {
	wrote := map[string][]string{}
	rows, _ := readRows(last)
	for _, row := range rows {
		wrote[row.mark] = row.cells
	}
	var out []string
	rows, _ = readRows(inside)
	for _, row := range rows {
		before, ok := wrote[row.mark]
		if !ok || row.mark == "" {
			continue
		}
		for i, c := range row.cells {
			said := shownText(c)
			if said == "" || i < len(before) && said == shownText(before[i]) {
				continue
			}
			out = append(out, "* #"+row.mark+": "+strings.Join(strings.Fields(c), " "))
		}
	}
	return out
}
