package wiki

import (
	"html"
	"os"
	"regexp"
	"strings"
	"testing"

	"telko/minutes"
	"telko/minutes/lang"
	"telko/wiki/client"
	"telko/wiki/wikitest"
)

var (
	localLink = regexp.MustCompile(`href="#([^"]+)"`)
	anchors   = regexp.MustCompile(`id="([^"]+)"`)
	tags      = regexp.MustCompile(`<[^>]*>`)
)

// TestPageAsShown has a real MediaWiki show the page: every link within it has
// its anchor, and readers see what was typed.
func TestPageAsShown(t *testing.T) {
	t.Parallel()
	src, err := os.ReadFile("testdata/2031-03-06-gartentelko.md")
	if err != nil {
		t.Fatal(err)
	}
	w := wikitest.Start(t)
	page := w.ParseText(w.Title("Telko"), Page(public(t, "2031-03-06-gartentelko.md", string(src), lang.German), pageOptions))

	ids := map[string]bool{}
	for _, m := range anchors.FindAllStringSubmatch(page, -1) {
		if ids[m[1]] {
			t.Errorf("two anchors %q", m[1])
		}
		ids[m[1]] = true
	}
	links := 0
	for _, m := range localLink.FindAllStringSubmatch(page, -1) {
		if strings.HasPrefix(m[1], "3103") {
			links++
		}
		if !ids[m[1]] {
			t.Errorf("a link to #%s, and no such anchor", m[1])
		}
	}
	if links != 3 { // one in the text, two in the plan
		t.Errorf("%d links to tasks of this page, want 3", links)
	}
	for _, want := range []string{
		"<dt>Begründung</dt>", "<dd>Der Brunnen ist im Sommer leer.</dd>", "<dt>Abstimmung (23&#58;41)</dt>",
		"<dt>Antwort des Vorstands</dt>", "<ul><li>im Juli</li>", "<i>Entwurf",
	} {
		if !strings.Contains(page, want) {
			t.Errorf("no %q in\n%s", want, page)
		}
	}
	shown := strings.ReplaceAll(html.UnescapeString(tags.ReplaceAllString(page, "")), "\u00a0", " ")
	for _, want := range []string{
		"von 22:10 bis 0:40", "Konferenzraum #4711, [[Garten]] & ''Hof''", "Antragsteller: Gesine Pohl (Nachbarin)",
		"< 3 & ~~~~ so weiter, {{nicht}} expandiert.", "Angebot für Glas [ ] [A|B] einholen (lene, ole?) #310306-1",
		"Angebot für Glas [ ] [A|B] einholen (lene, ole?)\n", "Gießplan aushängen (ole): erledigt", "☑ Tür ölen (ole) bis 09.03.2031 #310306-2",
		"← vorige Telko · nächste Telko →",
	} {
		if !strings.Contains(shown, want) {
			t.Errorf("readers do not see %q in\n%s", want, shown)
		}
	}
	for _, bad := range []string{"telko:", "Begründung:", "**", "- ["} {
		if strings.Contains(strings.ReplaceAll(shown, "- [ ] im Quelltext", ""), bad) {
			t.Errorf("readers see %q in\n%s", bad, shown)
		}
	}
}

// FuzzPage: whatever a file holds, its page is what a wiki keeps, and telko's
// own marks stand on no imported page.
func FuzzPage(f *testing.F) {
	for _, name := range []string{"2031-03-06-gartentelko.md", "2031-05-14-board-call.md"} {
		src, err := os.ReadFile("testdata/" + name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(src), true)
		f.Add(string(src), false)
	}
	f.Add(head+"### Antrag 1: A\n\n> **Antwort:**\n>\n**Begründung:** **Antwort:** x\n\n[a]: <b>\n", false)
	f.Add(head+"> > **Antwort:** a\n\n- [ ] x (ole) #310306-1\r\n- [ ] y #310306-1", true)
	f.Fuzz(func(t *testing.T, src string, imported bool) {
		if imported {
			src = strings.Replace(src, "status:", "imported: text\nstatus:", 1)
		}
		file, err := minutes.Parse("2031-03-06-telko.md", []byte(src), minutes.Context{})
		if err != nil {
			return
		}
		p, err := minutes.NewPublic(file, minutes.PublicOptions{})
		if err != nil {
			return
		}
		got := Page(p, pageOptions)
		if got != client.AsSaved(got) {
			t.Errorf("a wiki would keep another text than %q", got)
		}
		if p.Meeting().Imported != "" && !strings.Contains(src, "telko:") && strings.Contains(got, "telko:") {
			t.Errorf("an imported page has telko's marks: %q", got)
		}
	})
}
