package minutes

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// The head says what the whole file says, whatever the title is written as.
func TestHeadIsThatOfTheWholeFile(t *testing.T) {
	const front = "---\ndate: 2031-03-06\nstart: 20:00\nend: 01:10\nplace: Raum #1\nkeeper: oke\nstatus: final\n---\n"
	for _, body := range []string{
		"\n# Plenum **06.03.2031**\n\n## Technik\n",
		"# Plenum #\n",
		"   # Plenum\r\n",
		"\nPlenum\n======\n\n# Thema\n",
		"\n## Thema\n\n# Kein Titel\n",
		"\nEin Satz davor.\n\n# Plenum\n",
		"\n<!--\n# Entwurf\n-->\n# Plenum\n",
		"\n    # Code\n",
		"\n```\n# Code\n```\n\n# Plenum\n",
		"", "\n\n",
	} {
		src := []byte(front + body)
		whole, err := Parse("2031-03-06-plenum.md", src, Context{})
		if err != nil {
			t.Fatal(err)
		}
		got, err := ParseHead("2031-03-06-plenum.md", src, Context{})
		if err != nil {
			t.Fatal(err)
		}
		want := whole.Meeting
		want.Present, want.Absent, want.Agenda, want.Motions = nil, nil, nil, nil
		want.Tasks, want.Mentions, want.Answers, want.Links = nil, nil, nil, nil
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%q: (-whole +head)\n%s", body, diff)
		}
	}
	if _, err := ParseHead("2031-03-06-plenum.md", []byte("---\nstart: 25:00\n---\n"), Context{}); err == nil {
		t.Error("a broken front matter is no error")
	}
}
