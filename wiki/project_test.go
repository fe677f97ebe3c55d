package wiki

import (
	"os"
	"strings"
	"testing"

	"telko/minutes/lang"
)

// What people do to what telko keeps between its marks stops nothing, and no
// word that they put there is lost.
func TestEditsBetweenTheMarks(t *testing.T) {
	t.Parallel()
	src, err := os.ReadFile("testdata/2031-03-06-gartentelko.md")
	if err != nil {
		t.Fatal(err)
	}
	now := public(t, "2031-03-06-gartentelko.md", string(src), lang.German)
	page := Page(now, pageOptions)
	done := strings.NewReplacer("status: draft", "status: final", "- [ ] Angebot für", "- [ ] Bestes Angebot für").Replace(string(src))
	shall := public(t, "2031-03-06-gartentelko.md", done, lang.German)
	for _, c := range []struct{ name, old, new, keeps string }{
		{"nothing", "", "", "Bestes Angebot"},
		{"a word in the banner", "kann sich noch ändern", "kann sich noch ganz ändern", "ganz"},
		{"a line in the banner", "ändern.''\n", "ändern.''\nFrag Ole.\n", "Frag Ole."},
		{"a line in the plan", "<!-- /telko:plan -->", "* Deckel suchen\n<!-- /telko:plan -->", "* Deckel suchen"},
		{"a line less in the plan", "* [[#310306-2|Tür ölen]] (ole) bis 09.03.2031\n", "", "Bestes Angebot"},
		{"a word in the plan", "|Tür ölen]]", "|Die Tür ölen]]", "Die Tür"},
		{"no plan", page[strings.Index(page, "<!-- telko:plan"):strings.Index(page, "== Verschiedenes")], "", "Bestes Angebot"},
		{"no banner", page[strings.Index(page, "<!-- telko:draft"):strings.Index(page, "von 22:10")], "", "Bestes Angebot"},
		{"half of the links", "<!-- /telko:nav -->", "", "Bestes Angebot"},
		{"other links", "|vorige Telko]]", "|letzte Woche]]", "letzte Woche"},
	} {
		t.Run(c.name, func(t *testing.T) {
			edited := strings.Replace(page, c.old, c.new, 1)
			if edited == page && c.old != "" {
				t.Fatalf("no %q on the page", c.old)
			}
			text, err := projection{page: edited, says: now, o: pageOptions, shall: shall, oShall: pageOptions}.text()
			if err != nil {
				t.Fatal(err)
			}
			if !strings.Contains(text, c.keeps) || !strings.Contains(text, "</span>Bestes Angebot") {
				t.Errorf("no %q in\n%s", c.keeps, text)
			}
			if c.name == "nothing" && text != Page(shall, pageOptions) {
				t.Errorf("differs:\n%s", unified("", Page(shall, pageOptions), text))
			}
			if strings.Contains(text, draftMark) && c.keeps != "ganz" {
				t.Errorf("the banner is still there:\n%s", text)
			}
		})
	}
}

// FuzzRead: whatever a page holds, it is read without a fault, and what is read
// is minutes; a page that nobody edited is the file.
func FuzzRead(f *testing.F) {
	src, err := os.ReadFile("testdata/2031-03-06-gartentelko.md")
	if err != nil {
		f.Fatal(err)
	}
	p, err := readPublic("2031-03-06-gartentelko.md", string(src), lang.German)
	if err != nil {
		f.Fatal(err)
	}
	page := Page(p, pageOptions)
	f.Add(page, 0, "x")
	f.Add(page, 400, ";Begründung\n:a\n:* b\n; c : d\n")
	f.Add(page, 900, "<!-- telko:plan -->\n* ☐ <span id=\"310306-7\"></span> (ole)\n")
	f.Add(page, 1200, "[[#310306-1]] [[X#310306-1|#310306-1]] <nowiki>#310306-1</nowiki> <!--")
	f.Fuzz(func(t *testing.T, base string, at int, put string) {
		if len(base) > 20_000 || len(put) > 2000 {
			return
		}
		at = max(0, min(at, len(base)))
		s := &sides{base: Base{Wikitext: base, Markdown: string(p.Markdown())}, page: base, file: p, markdown: string(p.Markdown()), o: pageOptions}
		if md, err := s.pulled(); err != nil || md != s.markdown {
			t.Fatalf("not edited, and read as something else: %v", err)
		}
		s.page = base[:at] + put + base[at:]
		md, err := s.pulled()
		if err != nil {
			return
		}
		says, err := p.With([]byte(md))
		if err != nil {
			t.Fatalf("what was read is no minutes: %v", err)
		}
		if text, err := (projection{page: s.page, says: says, o: pageOptions, shall: says, oShall: pageOptions}).text(); err != nil || text != s.page {
			t.Fatalf("nothing to write, and the page is another: %v", err)
		}
	})
}
