package wikitext

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// awkward are blocks as people write them, and as no program would.
var awkward = []string{
	"== Anwesend ==", "==Ohne Blanks==", "=== Tief   ===  ", "= Oben =", "== ''Schief'' <!-- zu prüfen --> ==",
	"*Punkt ohne Blank", "* Punkt mit", "*   drei Blanks", "** darunter", "**darunter eng", "*** ganz unten", "# eins", "#zwei", "#* gemischt",
	"* <b>fett</b> und '''fett'''", "* Zeile<br>Umbruch", "* mit [[Haus]]tür und [[Haus|Haus]]", "* [http://example.org/a Ziel] und http://example.org/b.",
	"* {{Termin|2010-02-10}} Ort", "* Ende <!-- Rest folgt -->", "* Vorname&nbsp;Name (vn)", "* neuen Router bestellen (mira)",
	"Ein Absatz in einer Zeile.", "Ein Absatz\nin zwei Zeilen.", "Drei\nZeilen   mit Blanks\nund <i>schief</i>.", "'''Label:'''Text dahinter",
	"Anfang ''kursiv'' und __init__ und a_b", "Mit <ref>Beleg</ref> und <nowiki>''roh''</nowiki>.", "Kosten: 120&nbsp;€ <small>netto</small>",
	";Antwort der Technik\n:Machen wir.", "; Frage : Antwort", ": eingerückt\n:: tiefer", "*: fortgesetzt",
	"{| class=\"wikitable\"\n! Dafür !! Dagegen\n|-\n| 5 || 1\n|-\n| sechs\n| sieben\n|}", "{|\n|a||b\n|-\n|c||d\n|}",
	"----", " ping 10.0.0.1\n   64 bytes", "<pre>\nif a < b\n</pre>", "<!-- Vorlage -->", "{{Kasten\n|a=1\n|b=zwei}}", "__NOTOC__",
	"<blockquote>\nZitat hier\n</blockquote>", "<div class=\"x\">\nim Kasten\n</div>", "[[Kategorie:Protokoll]]", "--[[Benutzer:Mira]] 21:14, 3. Feb. 2010 (CET)",
}

// awkwardMarkdown are blocks of Markdown that no converter would write so.
var awkwardMarkdown = []string{
	"# Oben #", "Titel\n=====", "Untertitel\n---", "##   Weit   ", "* Punkt mit Stern", "+ Punkt mit Plus", "-   Punkt weit", "    * nicht tief",
	"- oben\n    - weit darunter\n- wieder", "1) eins\n1) zwei\n1) drei", "1. eins\n2. zwei\n    - gemischt", "- [ ] Aufgabe (mira)", "- [x] fertig",
	"Ein Absatz in einer Zeile.", "Ein Absatz\nin zwei   Zeilen.", "__fett__ und _schief_ und **fett** und *schief*", "hart  \numbrochen\\\nzweimal",
	"Ein [Ziel](<http://example.org/a> \"Titel\") und [Verweis][v] und <http://example.org/b>", "[[Haus]] und [[Haus|Häuser]]", "Text &amp; Zeichen &copy; und \\* Stern",
	"<!-- nur intern -->", "Text <!-- intern --> dahinter", "> Zitat\nfaul weiter\n> und mehr", "> - Punkt im Zitat", "| a | b |\n|---|:-:|\n| 1 | *2* |\n| 3 | 4 |", "a | b\n- | -\n5 | 6",
	"***", "~~~ go\nif a < b {\n}\n~~~", "    eingerückt\n    noch", "`code` und ``co`de``", "- Absatz\n\n  zweiter Absatz\n- weiter", "![Bild](http://example.org/x.png)", "~~weg~~ geblieben",
}

// randomPage joins awkward blocks with whatever people put between them. Every
// word is there once, so that nothing is mistaken for something else.
func randomPage(r *rand.Rand, from []string, blocks int) string {
	var b strings.Builder
	for i := range blocks {
		s := from[r.IntN(len(from))]
		if r.IntN(3) > 0 {
			s = strings.NewReplacer("Absatz", fmt.Sprintf("Absatz%d", i), "Punkt", fmt.Sprintf("Punkt%d", i), "darunter", fmt.Sprintf("tief%d", i), "Text", fmt.Sprintf("Text%d", i)).Replace(s)
		}
		b.WriteString(s)
		b.WriteString([]string{"\n", "\n", "\n\n", "\n\n", "\n\n\n", "\n \n"}[r.IntN(6)])
	}
	if r.IntN(2) == 0 {
		return strings.TrimRight(b.String(), "\n")
	}
	return b.String()
}

// editUnits edits blocks at random: words, whole blocks, their places.
func editUnits(r *rand.Rand, src string, f Format, fresh []string) string {
	u := cutBlocks(src, f)
	type block struct{ text, sep string }
	var list []block
	for i, x := range u.list {
		list = append(list, block{x.text, u.seps[i+1]})
	}
	for n := r.IntN(3); n >= 0 && len(list) > 0; n-- {
		i := r.IntN(len(list))
		switch r.IntN(9) {
		case 0, 1, 2, 3:
			at := wordPlaces(list[i].text)
			if len(at) > 0 {
				p := at[r.IntN(len(at))]
				if !isSyntax(list[i].text, p) {
					list[i].text = list[i].text[:p[0]] + fmt.Sprintf("neu%d", r.IntN(1000)) + list[i].text[p[1]:]
				}
			}
		case 4:
			list = slices.Insert(list, i+1, block{fmt.Sprintf(fresh[r.IntN(len(fresh))], r.IntN(1000)), "\n\n"})
			list[i].sep = "\n\n"
		case 5:
			list = slices.Delete(list, i, i+1)
		case 6: // moved
			b := list[i]
			list = slices.Delete(list, i, i+1)
			list = slices.Insert(list, r.IntN(len(list)+1), b)
		case 7: // one more of the same kind
			b := list[i]
			at := wordPlaces(b.text)
			if len(at) > 0 {
				p := at[len(at)-1]
				b.text = b.text[:p[0]] + fmt.Sprintf("mehr%d", r.IntN(1000)) + b.text[p[1]:]
				list = slices.Insert(list, i+1, b)
				if list[i].sep == "" {
					list[i].sep = "\n"
				}
			}
		default:
			if k := strings.IndexByte(list[i].text, ' '); k > 0 { // parted in two
				b := block{list[i].text[k+1:], list[i].sep}
				list[i] = block{list[i].text[:k], "\n\n"}
				list = slices.Insert(list, i+1, b)
			}
		}
	}
	var b strings.Builder
	b.WriteString(u.seps[0])
	for _, x := range list {
		b.WriteString(x.text + x.sep)
	}
	return b.String()
}

var freshMarkdown = []string{"Neuer Absatz zusatz%d", "- Neuer Punkt zusatz%d", "## Neuer Titel zusatz%d", "Zwei\nZeilen zusatz%d", "- *schief* zusatz%d"}

var freshWikitext = []string{"Neuer Absatz zusatz%d", "*Neuer Punkt zusatz%d", "==Neuer Titel zusatz%d==", "Zwei\nZeilen zusatz%d", "* ''schief'' zusatz%d"}

// missingWords returns the words of want that got has less often.
func missingWords(got, want string) []string {
	n := map[string]int{}
	for _, w := range words(got) {
		n[w]++
	}
	var out []string
	for _, w := range words(want) {
		if n[w]--; n[w] < 0 {
			out = append(out, w)
		}
	}
	return out
}

// TestPatchRandom edits random pages in either format at random: the patched page
// reads like the edited one, and no word is lost; or there is an error.
func TestPatchRandom(t *testing.T) {
	failed, total := [2]int{}, 0
	for seed := range 1500 {
		r := rand.New(rand.NewPCG(uint64(seed), 2))
		page := randomPage(r, awkward, 1+r.IntN(9))
		md := ToMarkdown(page, ReadOptions{})
		if readsAs(FromMarkdown([]byte(md), WriteOptions{})) != readsAs(page) {
			continue // for the converters' own tests
		}
		total++
		p := Patch{Wikitext: page, Markdown: md}
		if got, err := PatchWikitext(Patch{Wikitext: page, Markdown: md, New: md}); err != nil || got != page {
			t.Fatalf("unedited: %q is %q, %v", page, got, err)
		}
		p.New = editUnits(r, md, Markdown, freshMarkdown)
		got, err := PatchWikitext(p)
		projected := FromMarkdown([]byte(p.New), WriteOptions{})
		if err != nil {
			failed[0]++
			t.Logf("%d: %v\n--- page\n%s\n--- Markdown\n%s\n--- edited\n%s", seed, err, page, md, p.New)
		} else {
			if lost := missingWords(got+strings.ReplaceAll(got, "]]", ""), p.New); len(lost) > 0 && len(missingWords(projected, p.New)) == 0 {
				t.Errorf("%d: %q lost\n--- page\n%s\n--- edited\n%s\n--- got\n%s", seed, lost, page, p.New, got)
			}
			if x, y := readsAs(got), readsAs(projected); x != y {
				t.Errorf("%d reads otherwise\n--- page\n%s\n--- Markdown\n%s\n--- edited\n%s\n--- projected\n%s\n--- got\n%s", seed, page, md, p.New, projected, got)
			}
		}
		p.New = editUnits(r, page, Wikitext, freshWikitext)
		got, err = PatchMarkdown(p)
		if err != nil {
			failed[1]++
			t.Logf("%d: to Markdown: %v\n--- page\n%s\n--- Markdown\n%s\n--- edited\n%s", seed, err, page, md, p.New)
			continue
		}
		if x, y := readsAs(FromMarkdown([]byte(got), WriteOptions{})), readsAs(FromMarkdown([]byte(ToMarkdown(p.New, ReadOptions{})), WriteOptions{})); x != y {
			t.Errorf("%d: Markdown reads otherwise\n--- page\n%s\n--- Markdown\n%s\n--- edited\n%s\n--- got\n%s", seed, page, md, p.New, got)
		}
	}
	t.Logf("%d pages; not carried: %d to wikitext, %d to Markdown", total, failed[0], failed[1])
	if failed[0]*100 > total || failed[1]*100 > 3*total { // the rest breaks tables or elements in two
		t.Error("too many are not carried")
	}
}

// TestPatchRandomMarkdown edits the pages of random Markdown as people write it,
// on the wiki. What was not edited keeps its spelling: no more lines change than
// the edit of the page changes blocks.
func TestPatchRandomMarkdown(t *testing.T) {
	failed, total, edits, changed := 0, 0, 0, 0
	for seed := range 1500 {
		r := rand.New(rand.NewPCG(uint64(seed), 3))
		md := randomPage(r, awkwardMarkdown, 1+r.IntN(9)) + "\n\n[v]: http://example.org/v\n"
		page := FromMarkdown([]byte(md), WriteOptions{})
		total++
		p := Patch{Wikitext: page, Markdown: md, New: editUnits(r, page, Wikitext, freshWikitext)}
		got, err := PatchMarkdown(p)
		if err != nil {
			failed++
			t.Logf("%d: %v\n--- Markdown\n%s\n--- page\n%s\n--- edited\n%s", seed, err, md, page, p.New)
			continue
		}
		if x, y := readsAs(FromMarkdown([]byte(got), WriteOptions{})), readsAs(p.New); x != y {
			t.Errorf("%d: reads otherwise\n--- Markdown\n%s\n--- edited\n%s\n--- got\n%s\n--- is\n%s", seed, md, p.New, got, FromMarkdown([]byte(got), WriteOptions{}))
		}
		gone, come := changedLines(page, p.New)
		edits += max(len(gone), len(come))
		gone, come = changedLines(md, got)
		changed += max(len(gone), len(come))
	}
	t.Logf("%d pages; not carried: %d; lines edited %d, changed %d", total, failed, edits, changed)
	if failed*100 > 8*total || changed > 2*edits {
		t.Error("too many are not carried, or more changed than was edited")
	}
}
