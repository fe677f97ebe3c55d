package wikitext

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// What Markdown lacks of a page is told with its line; what stays wikitext as a
// whole lacks nothing.
func TestReadNotices(t *testing.T) {
	for _, c := range []struct {
		page string
		want []Notice
	}{
		{"* a\n*\n* b\n** \n", []Notice{{EmptyItemDropped, 2, ""}, {EmptyItemDropped, 4, ""}}},
		{"a\n\n*\n", []Notice{{RawWikitext, 3, "*"}}},
		{"* a\n*\n<!-- b -->\n*\n", []Notice{{RawWikitext, 2, "* <!-- b --> *"}}},
		{"* a\n** b\n", nil},
		{"a\n\nb {{c}}\nd {{e\n|f}}\n\n\n{{g}} <br>", []Notice{{RawWikitext, 3, "b {{c}} d {{e |f}}"}, {RawWikitext, 8, "{{g}}"}}},
		{"a\nb {{c}}\nd {{e}}\n", []Notice{{RawWikitext, 2, "{{c}}"}, {RawWikitext, 3, "{{e}}"}}},
	} {
		var got []Notice
		ToMarkdown(c.page, ReadOptions{Report: func(n Notice) { got = append(got, n) }})
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%q\n%s", c.page, diff)
		}
	}
}
