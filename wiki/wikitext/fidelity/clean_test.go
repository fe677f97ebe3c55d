package fidelity_test

import (
	"slices"
	"strings"
	"testing"

	"telko/wiki/wikitest"
	"telko/wiki/wikitext/fidelity"
)

func TestDirty(t *testing.T) {
	p := wikitest.Start(t).Parser()
	for _, c := range []struct {
		src                             string
		noMarkup, tags, entities, nowik int
		needless                        []string
	}{
		{src: "Haus ''kursiv'' a & b < c &nbsp;"},
		{src: "<blockquote>a</blockquote> <code>b</code><br>c <s>d</s>", noMarkup: 4},
		{src: "<b>a</b> <p>b</p>", tags: 2},
		{src: "&#42; a", entities: 1},
		{src: "a &#42; b", entities: 1, needless: []string{"a &#42; b"}},
		{src: "<nowiki>''</nowiki>a'' b<nowiki/>c", nowik: 2, needless: []string{"iki>''</nowiki>a'' b<nowiki/>c"}},
		{src: "&lt;ref> und &lt;unbekannt>", entities: 2, needless: []string{"&lt;ref> und &lt;unbekannt>"}},
		{src: "<!-- <b> --><pre>&amp; <i></pre>", noMarkup: 1},
	} {
		d, err := fidelity.Dirty([]string{c.src}, p)
		if err != nil {
			t.Fatal(err)
		}
		if d.NoMarkup != c.noMarkup || d.Tags != c.tags || d.Entities != c.entities || d.Nowiki != c.nowik ||
			!slices.Equal(d.Needless, c.needless) || d.Bytes != len(c.src) {
			t.Errorf("%q: %s, needless %q", c.src, d, d.Needless)
		}
	}
}

func TestOrdinaryMinutesHaveTasksAndTopics(t *testing.T) {
	for _, md := range fidelity.Ordinary(3, 20) {
		for _, want := range []string{"# Netz-Telko", "## Anwesend\n\n- ", "\n- ["} {
			if !strings.Contains(md, want) {
				t.Errorf("no %q in\n%s", want, md)
			}
		}
	}
}
