package wikitext

import (
	"errors"
	"testing"
)

// TestPatchCases are edits with what they have to become; "" stands for an error.
func TestPatchCases(t *testing.T) {
	for _, c := range []struct{ name, page, md, edited, want string }{
		{"the page says more, and words are edited", "Anfang <!-- x --> {{Ort}} Ende", "Anfang Ende\n", "Anfang Schluss\n", "Anfang <!-- x --> {{Ort}} Schluss"},
		{"the page says more, and marks are edited", "Anfang {{Ort}} Ende", "Anfang Ende\n", "Anfang **Ende**\n", ""},
		{"a paragraph that says more goes", "eins\n\nzwei {{Ort}}\n\ndrei", "eins\n\nzwei\n\ndrei\n", "eins\n\ndrei\n", ""},
		{"marks of the person's own", "*eins <b>fett</b>\n*zwei", "- eins **fett**\n- zwei\n", "- eins **fetter**\n- zwei\n", "*eins <b>fetter</b>\n*zwei"},
		{"a new item like its neighbour", "*eins\n*zwei", "- eins\n- zwei\n", "- eins\n- neu\n- zwei\n", "*eins\n*neu\n*zwei"},
		{"nested", "*eins\n*zwei", "- eins\n- zwei\n", "- eins\n  - zwei\n", "*eins\n**zwei"},
		{"moved as written", "*eins <i>x</i>\n*zwei\n*drei", "- eins *x*\n- zwei\n- drei\n", "- zwei\n- drei\n- eins *x*\n", "*zwei\n*drei\n*eins <i>x</i>"},
		{"parted", "Ein <b>langer</b> Satz. Noch einer.", "Ein **langer** Satz. Noch einer.\n", "Ein **langer** Satz.\n\nNoch einer.\n", "Ein <b>langer</b> Satz.\n\nNoch einer."},
		{"joined", "eins <b>a</b>\n\nzwei", "eins **a**\n\nzwei\n", "eins **a**\nzwei\n", "eins <b>a</b>\nzwei"},
		{"compact headings stay compact", "==A==\n*x\n==B==\n*y", "## A\n\n- x\n\n## B\n\n- y\n", "## A\n\n- x\n- neu\n\n## B\n\n- y\n", "==A==\n*x\n*neu\n==B==\n*y"},
		{"CRLF", "*eins\r\n*zwei\r\n", "- eins\n- zwei\n", "- eins\n- zwo\n", "*eins\r\n*zwo\r\n"},
	} {
		got, err := PatchWikitext(Patch{Wikitext: c.page, Markdown: c.md, New: c.edited})
		var failed *PatchError
		if got != c.want || (c.want == "") != errors.As(err, &failed) {
			t.Errorf("%s: %q, %v, want %q", c.name, got, err, c.want)
		}
	}
	for _, c := range []struct{ name, md, page, edited, want string }{
		{"a second list has another bullet", "* eins\n", "* eins", "* eins\n\n* zwei", "* eins\n\n- zwei\n"},
		{"an item of the list has the same", "* eins\n* zwei\n", "* eins\n* zwei", "* eins\n* zwei\n* drei", "* eins\n* zwei\n* drei\n"},
		{"numbers are the person's own", "1. eins\n1. zwei\n", "# eins\n# zwei", "# eins\n# neu\n# zwei", "1. eins\n1. neu\n1. zwei\n"},
		{"front matter stays", "---\na: b\n---\n\ntext\n", "text", "text\n\nmehr", "---\na: b\n---\n\ntext\n\nmehr\n"},
		{"references stay", "Siehe [da][x].\n\n[x]: http://example.org\n", "Siehe [http://example.org da].", "Lies [http://example.org da].", "Lies [da][x].\n\n[x]: http://example.org\n"},
		{"what is not shown stays", "a <!-- intern --> b\n", "a  b", "a  c", "a <!-- intern --> c\n"},
		{"a table's cell", "| a | b |\n|---|---|\n| 1 | *2* |\n", "{| class=\"wikitable\"\n! a !! b\n|-\n| 1 || ''2''\n|}", "{| class=\"wikitable\"\n! a !! b\n|-\n| 3 || ''2''\n|}", "| a | b |\n|---|---|\n| 3 | *2* |\n"},
	} {
		got, err := PatchMarkdown(Patch{Wikitext: c.page, Markdown: c.md, New: c.edited, Write: func(md string) string {
			if c.name == "front matter stays" {
				md = md[len("---\na: b\n---\n"):]
			}
			return FromMarkdown([]byte(md), WriteOptions{})
		}})
		if got != c.want || err != nil {
			t.Errorf("%s: %q, %v, want %q", c.name, got, err, c.want)
		}
	}
}

// TestPatchErrorLine: an error names the line of the edit.
func TestPatchErrorLine(t *testing.T) {
	_, err := PatchWikitext(Patch{Wikitext: "eins\n\nAnfang {{Ort}} Ende", Markdown: "eins\n\nAnfang Ende\n", New: "eins\n\nAnfang **Ende**\n"})
	var failed *PatchError
	if !errors.As(err, &failed) || failed.Line != 3 || failed.Text != "Anfang **Ende**" {
		t.Errorf("%+v", err)
	}
}
