package wiki

import (
	"strings"
	"testing"

	"telko/wiki/wikitest"
)

// A page that was edited on the wiki is no conflict where only the link to the
// next telco is to be added: the file says what it said.
func TestTheNextTelcoIsNoConflict(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	p := d.minutes("## Beet")
	d.publish(p, Created)
	edited := d.Get(d.title) + "\n\nvon Hand"
	d.Edit(wikitest.Admin, d.title, edited)
	r, err := d.pub.Publish(t.Context(), p, PageOptions{After: "Nachher"})
	want := edited + "\n\n<!-- telko:nav -->\n[[Nachher|nächste Telko]] →\n<!-- /telko:nav -->"
	if err != nil || r.Outcome != Updated || !r.WikiChanged || d.Get(d.title) != want {
		t.Fatalf("%+v, %v", r, err)
	}
	if r, err := d.pub.Publish(t.Context(), p, PageOptions{After: "Nachher"}); err != nil || r.Outcome != Unchanged {
		t.Fatalf("%+v, %v", r, err)
	}
}

// Where the page is gone, or is a redirect now, another page can be named.
func TestAnotherPageIsNamed(t *testing.T) {
	t.Parallel()
	for name, lose := range map[string]func(d *desk){
		"deleted":  func(d *desk) { d.Delete(d.title) },
		"redirect": func(d *desk) { d.Edit(wikitest.Admin, d.title, "#WEITERLEITUNG [[Anderswo]]") },
	} {
		t.Run(name, func(t *testing.T) {
			d := newDesk(t)
			d.publish(d.minutes("## Beet"), Created)
			lose(d)
			old := d.title
			d.title += " (neu)"
			r := d.publish(d.minutes("## Beet"), Created)
			if r.Title != d.title || r.MovedFrom != "" || !strings.Contains(d.Get(d.title), "Beet") {
				t.Errorf("%+v", r)
			}
			if name == "redirect" && !strings.HasPrefix(d.Get(old), "#WEITERLEITUNG") {
				t.Error("the redirect was overwritten")
			}
			d.publish(d.minutes("## Beet\n\n- gesät"), Updated)
		})
	}
}

// Another workspace with the same id has the same bases: it does not write its
// minutes over the page that they tell of.
func TestAnotherPageWhileTheFirstIsThere(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	d.publish(d.minutes("## Beet"), Created)
	first := d.title
	before := d.Get(first)
	d.title += " anderswo"
	d.wantConflict(d.minutes("## Fremdes"), ReasonElsewhere)
	if d.Get(first) != before {
		t.Error("the page of the other workspace was overwritten")
	}
	// Once the page is moved there, it is the same page.
	d.Move(first, d.title)
	d.publish(d.minutes("## Beet\n\n- gesät"), Updated)
	d.publish(d.minutes("## Beet\n\n- gegossen"), Updated)
}

// A title in a file is one as the wiki writes it, however it was typed.
func TestSameTitle(t *testing.T) {
	for _, c := range []struct {
		written, title string
		want           bool
	}{
		{"IT/Anträge", "IT/Anträge", true},
		{"IT/Antra\u0308ge", "IT/Anträge", true},
		{"iT/_Anträge ", "IT/ Anträge", true},
		{"ärger", "Ärger", true},
		{"IT/Anträge", "IT/anträge", false},
		{"", "IT", false},
	} {
		if got := sameTitle(c.written, c.title); got != c.want {
			t.Errorf("%q and %q: %v", c.written, c.title, got)
		}
	}
}
