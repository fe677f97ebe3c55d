package client

import (
	"strconv"
	"strings"
	"testing"

	"telko/wiki/wikitest"
)

const sum = "telko 0.1: Protokoll [telko:0123456789ab]"

func TestCreate(t *testing.T) {
	for name, text := range map[string]string{
		"small": "== Jabber ==\r\n* läuft  \n\n",
		// Over 8,000 bytes a request is multipart, which drops empty flags.
		"large": "== Jabber ==\n" + strings.Repeat("* läuft und läuft und läuft\n", 600),
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			r := newRig(t, nil)
			title := r.Title("Neu")
			s, err := r.Create(t.Context(), title, text, sum)
			if err != nil {
				t.Fatal(err)
			}
			if s.Page.Text != AsSaved(text) || s.Page.Text != r.Get(title) || s.Merged || s.Unchanged || s.Recovered {
				t.Errorf("saved %+v", s)
			}
			rev := r.Revisions(title)[0]
			if rev.User != wikitest.Bot || rev.Comment != sum || rev.Minor || rev.ID != s.Page.Revision {
				t.Errorf("revision %+v", rev)
			}
			q := r.lastEdit(t)
			if q.Multipart != (name == "large") {
				t.Errorf("multipart: %v", q.Multipart)
			}
			for key, want := range map[string]string{
				"createonly": "1", "contentmodel": "wikitext", "assert": "bot", "assertuser": wikitest.Bot,
				"bot": "1", "notminor": "1", "watchlist": "nochange", "summary": sum, "title": title,
				"basetimestamp": "", "baserevid": "", "tags": "", "starttimestamp": "2001-01-01T00:00:00Z",
			} {
				if got := q.Params.Get(key); got != want {
					t.Errorf("%s=%q, want %q", key, got, want)
				}
			}
			if len(q.Params.Get("md5")) != 32 {
				t.Errorf("md5=%q", q.Params.Get("md5"))
			}
			for key, vs := range q.Params {
				if vs[0] == "" {
					t.Errorf("an empty parameter %s", key)
				}
			}
			if ua := q.Header.Get("User-Agent"); !strings.HasPrefix(ua, "telko/0.1 (https://telko.example)") {
				t.Errorf("User-Agent %q", ua)
			}
			if !strings.Contains(q.Header.Get("Accept-Encoding"), "gzip") {
				t.Error("no gzip")
			}
		})
	}
}

func TestCreateUnread(t *testing.T) {
	t.Parallel()
	r := newRig(t, nil)
	title := r.Title("neu_hier")
	if err := r.Login(t.Context()); err != nil {
		t.Fatal(err)
	}
	var s Saved
	var err error
	if n := r.since(func() { s, err = r.CreateUnread(t.Context(), title, "* läuft ~~~~\n\n", sum) }); n != 1 || err != nil {
		t.Fatalf("%d requests, %v", n, err)
	}
	texts, err := r.Texts(t.Context(), []int{s.Page.Revision})
	if err != nil {
		t.Fatal(err)
	}
	read := texts[s.Page.Revision]
	if !strings.Contains(read.Text, "Protokollbot") || s.Page.Text != "* läuft ~~~~" || !s.Unread {
		t.Errorf("%+v", s)
	}
	s.Page.Text, s.Page.URL = read.Text, read.URL
	if s.Page != read {
		t.Errorf("got  %+v\nwant %+v", s.Page, read)
	}
	// A lost answer is looked for, and what is found is read.
	r.Arm(wikitest.DropAnswer(wikitest.Edits))
	s, err = r.CreateUnread(t.Context(), r.Title("Auch neu"), "eins", sum)
	if err != nil || !s.Recovered || s.Unread || s.Page.URL == "" {
		t.Errorf("%+v, %v", s, err)
	}
}

func TestCreateNeverOverwrites(t *testing.T) {
	for name, text := range map[string]string{"small": "meins", "large": strings.Repeat("meins\n", 2000)} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			r := newRig(t, nil)
			r.Edit(wikitest.Erika, r.Title("Da"), "Erikas")
			_, err := r.Create(t.Context(), r.Title("Da"), text, sum)
			r.wantKind(t, err, Exists)
			if got := r.Get(r.Title("Da")); got != "Erikas" {
				t.Errorf("the page is now %.40q", got)
			}
		})
	}
}

func TestUpdate(t *testing.T) {
	t.Parallel()
	r := newRig(t, nil)
	p := r.page(t, "Da", "alt")
	s, err := r.Update(t.Context(), p, "neu", sum)
	if err != nil {
		t.Fatal(err)
	}
	if s.Page.Text != "neu" || s.Page.Parent != p.Revision || s.Page.ID != p.ID || s.Merged {
		t.Errorf("saved %+v", s)
	}
	q := r.lastEdit(t)
	for key, want := range map[string]string{
		"pageid": strconv.Itoa(p.ID), "baserevid": strconv.Itoa(p.Revision), "nocreate": "1",
		"title": "", "createonly": "", "basetimestamp": "", "assert": "bot", "bot": "1",
	} {
		if got := q.Params.Get(key); got != want {
			t.Errorf("%s=%q, want %q", key, got, want)
		}
	}
	again, err := r.Update(t.Context(), s.Page, "neu\n\n", sum)
	if err != nil || !again.Unchanged || again.Page.Revision != s.Page.Revision {
		t.Errorf("the same text again: %+v, %v", again, err)
	}
}

func TestUpdateMeetsAPerson(t *testing.T) {
	const text = "eins\n\nzwei\n\ndrei\n\nvier\n\nfünf"
	mine := strings.Replace(text, "eins", "EINS", 1)
	far := strings.Replace(text, "fünf", "FÜNF", 1)
	near := strings.Replace(text, "eins", "Eins!", 1)
	const merging, plain = `$wgDiff3 = "/usr/bin/diff3";`, `$wgDiff3 = "";`
	for _, c := range []struct {
		name, set, who, theirs string
		merged                 bool
	}{
		{"far, merging", merging, wikitest.Erika, far, true},
		{"far, no merging", plain, wikitest.Erika, far, false},
		{"near, merging", merging, wikitest.Erika, near, false},
		{"near, no merging", plain, wikitest.Erika, near, false},
		{"near, by the same account", plain, wikitest.Bot, near, false},
		{"near, by the same account, merging", merging, wikitest.Bot, near, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			r := newRig(t, nil)
			p := r.page(t, "Da", text)
			r.Configure(c.set)
			r.Arm(wikitest.Meanwhile(wikitest.Edits, func() { r.Edit(c.who, p.Title, c.theirs) }))
			s, err := r.Update(t.Context(), p, mine, sum)
			now := r.Get(p.Title)
			if !c.merged {
				r.wantKind(t, err, Conflict)
				if now != c.theirs {
					t.Errorf("the person's edit is gone: %q", now)
				}
				return
			}
			if err != nil || !s.Merged {
				t.Fatalf("saved %+v, %v: want it merged", s, err)
			}
			if s.Page.Text != now || !strings.Contains(now, "EINS") || !strings.Contains(now, "FÜNF") {
				t.Errorf("read again %q, the page is %q", s.Page.Text, now)
			}
		})
	}
}

func TestUpdateFollowsAMove(t *testing.T) {
	t.Parallel()
	r := newRig(t, nil)
	p := r.page(t, "Alt", "eins")
	r.Move(p.Title, r.Title("Umgezogen"))
	now, err := r.PageByID(t.Context(), p.ID)
	if err != nil || now.Title != r.Title("Umgezogen") {
		t.Fatalf("%+v, %v", now, err)
	}
	if _, err := r.Update(t.Context(), now, "zwei", sum); err != nil {
		t.Fatal(err)
	}
	if got := r.Get(r.Title("Umgezogen")); got != "zwei" {
		t.Errorf("the moved page is %q", got)
	}
	if old, err := r.Page(t.Context(), r.Title("Alt")); err != nil || !old.Redirect {
		t.Errorf("the old title: %+v, %v", old, err)
	}
}

func TestUpdateNeverRecreates(t *testing.T) {
	for name, after := range map[string]func(r *rig, title string){
		"deleted":              func(r *rig, title string) { r.Delete(title) },
		"deleted and made new": func(r *rig, title string) { r.Delete(title); r.Edit(wikitest.Erika, title, "neu gemacht") },
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			r := newRig(t, nil)
			p := r.page(t, "Weg", "eins")
			after(r, p.Title)
			_, err := r.Update(t.Context(), p, "zwei", sum)
			r.wantKind(t, err, Deleted)
			if r.Exists(p.Title) && r.Get(p.Title) != "neu gemacht" {
				t.Errorf("recreated: %q", r.Get(p.Title))
			}
		})
	}
}

// A page that somebody deleted is not made again by who never saw it.
func TestCreateNeverRecreates(t *testing.T) {
	t.Parallel()
	r := newRig(t, nil)
	p := r.page(t, "Weg", "eins")
	r.Delete(p.Title)
	for name, create := range map[string]func() (Saved, error){
		"create": func() (Saved, error) { return r.Create(t.Context(), p.Title, "zwei", sum) },
		"unread": func() (Saved, error) { return r.CreateUnread(t.Context(), p.Title, "zwei", sum) },
		"as":     func() (Saved, error) { return r.CreateAs(t.Context(), p.Title, "text", "zwei", sum) },
	} {
		_, err := create()
		r.wantKind(t, err, Deleted)
		if r.Exists(p.Title) {
			t.Fatalf("%s: recreated", name)
		}
	}
	s, err := r.Recreate(t.Context(), p.Title, "zwei", sum)
	if err != nil || r.Get(p.Title) != "zwei" || s.Page.Text != "zwei" {
		t.Errorf("%+v, %v", s, err)
	}
}

func TestUpdateOfAPageThatWasDeletedMeanwhile(t *testing.T) {
	t.Parallel()
	r := newRig(t, nil)
	p := r.page(t, "Weg", "eins")
	r.Arm(wikitest.Meanwhile(wikitest.Edits, func() { r.Delete(p.Title) }))
	_, err := r.Update(t.Context(), p, "zwei", sum)
	r.wantKind(t, err, Deleted)
	if r.Exists(p.Title) {
		t.Error("recreated")
	}
}

func TestNobotsIsHonoured(t *testing.T) {
	t.Parallel()
	r := newRig(t, nil)
	p := r.page(t, "Ruhe", "eins {{nobots}}")
	_, err := r.Update(t.Context(), p, "zwei", sum)
	r.wantKind(t, err, Excluded)
	if r.count(wikitest.Edits) != 0 {
		t.Error("an edit was sent")
	}
}

func TestExcludes(t *testing.T) {
	for text, want := range map[string]bool{
		"":                                   false,
		"{{nobots}}":                         true,
		"{{ NoBots }}":                       true,
		"{{Vorlage:nobots}}":                 true,
		"{{nobots|grund=Ruhe}}":              true,
		"{{bots|deny=all}}":                  true,
		"{{bots|deny=Andere, Protokollbot}}": true,
		"{{bots|deny=telko}}":                true,
		"{{bots|deny=Andere}}":               false,
		"{{bots|allow=none}}":                true,
		"{{bots|allow=Andere}}":              true,
		"{{bots|allow=protokollbot}}":        false,
		"{{bots|allow=all}}":                 false,
		"<nowiki>{{nobots}}</nowiki>":        false,
		"<!-- {{nobots}} -->":                false,
		"<!-- x --> {{nobots}}":              true,
		"{{robots}}":                         false,
		"{{nobotsleaf}}":                     false,
	} {
		if got := Excludes(text, wikitest.Bot); got != want {
			t.Errorf("Excludes(%q) = %v", text, got)
		}
	}
}

func TestAsSavedIsWhatTheWikiKeeps(t *testing.T) {
	t.Parallel()
	r := newRig(t, nil)
	for i, text := range []string{
		"a\r\nb\rc", "a  \n\n", "U\u0308ber", "a\x07b", "\n\nvorn leer", "  ein Leerzeichen vorn", "a\tb\u00a0",
		"ein geschütztes\u00a0Ende\u00a0", "x\u2028y", "ein \u3000 Ende\u3000",
	} {
		title := r.Title("Text " + strconv.Itoa(i))
		s, err := r.Create(t.Context(), title, text, sum)
		if err != nil {
			t.Fatal(err)
		}
		if s.Page.Text != AsSaved(text) {
			t.Errorf("%q: kept as %q, AsSaved says %q", text, s.Page.Text, AsSaved(text))
		}
	}
}

func TestFit(t *testing.T) {
	long := strings.Repeat("ä ", 400) + "[telko:abc]"
	got := fit(long)
	if n := len([]rune(got)); n > 480 || !strings.HasSuffix(got, "… [telko:abc]") {
		t.Errorf("%d runes: …%s", n, got[len(got)-40:])
	}
	if got := fit("kurz [telko:abc]"); got != "kurz [telko:abc]" {
		t.Errorf("%q", got)
	}
	t.Parallel()
	r := newRig(t, nil)
	if _, err := r.Create(t.Context(), r.Title("Lang"), "x", long); err != nil {
		t.Fatal(err)
	}
	if kept := r.Revisions(r.Title("Lang"))[0].Comment; kept != got && kept != fit(long) {
		t.Errorf("the wiki keeps %q", kept)
	}
}
