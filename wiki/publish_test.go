package wiki

import (
	"errors"
	"strings"
	"testing"

	"telko/wiki/wikitest"
)

func TestPublish(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	first := d.minutes("## Beet\n\n- umgegraben")
	r := d.publish(first, Created)
	page := d.Get(d.title)
	if page != Page(first, PageOptions{}) || r.Title != d.title || !strings.HasPrefix(r.URL, d.URL) ||
		!strings.Contains(r.Diff, "\n+* umgegraben\n") {
		t.Errorf("result %+v\npage %s", r, page)
	}
	rev := d.Revisions(d.title)[0]
	if rev.ID != r.Revision || rev.User != wikitest.Bot ||
		rev.Comment != "telko 0.1: Protokoll vom 06.03.2031 "+Tag(first.Markdown()) {
		t.Errorf("revision %+v", rev)
	}
	b := d.base()
	if b.Revision != r.Revision || b.Wikitext != page || b.Markdown != string(first.Markdown()) || b.Title != d.title || b.PageID == 0 {
		t.Errorf("base %+v", b)
	}

	sent := len(d.Requests())
	if r := d.publish(first, Unchanged); r.Diff != "" || r.WikiChanged || len(d.Requests()) != sent+1 {
		t.Errorf("unchanged: %+v, %d requests", r, len(d.Requests())-sent)
	}

	second := d.minutes("## Beet\n\n- umgegraben\n- gesät")
	r = d.publish(second, Updated)
	if !strings.Contains(r.Diff, "\n+* gesät\n") || strings.Contains(r.Diff, "+* umgegraben") || !strings.Contains(d.Get(d.title), "* gesät") {
		t.Errorf("updated: %+v", r)
	}
	if b := d.base(); b.Revision != r.Revision || b.Wikitext != d.Get(d.title) {
		t.Errorf("base %+v", b)
	}
	d.publish(second, Unchanged)
	if n := len(d.Revisions(d.title)); n != 2 {
		t.Errorf("%d revisions", n)
	}
}

// A run that was killed after the save and before the base was kept: the next
// one finds its own text and goes on from there.
func TestKilledBeforeTheBase(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	one, two := d.minutes("## Beet\n\n- umgegraben"), d.minutes("## Beet\n\n- gesät")
	live := d.pub.Writer
	d.pub.Writer = forgetful{live}
	if _, err := d.pub.Publish(t.Context(), one, PageOptions{}); err == nil {
		t.Fatal("a base that cannot be kept is no error")
	}
	d.pub.Writer = live
	d.publish(one, Adopted)
	d.pub.Writer = forgetful{live}
	if _, err := d.pub.Publish(t.Context(), two, PageOptions{}); err == nil {
		t.Fatal("a base that cannot be kept is no error")
	}
	d.pub.Writer = live
	d.publish(two, Unchanged)
	if b := d.base(); b.Markdown != string(two.Markdown()) || len(d.Revisions(d.title)) != 2 {
		t.Errorf("base %+v", b)
	}
}

// forgetful is a Writer whose disk is full once an edit was made.
type forgetful struct{ Writer }

func (f forgetful) Keep(meeting string, b Base) error {
	if b.Pending.Markdown != "" {
		return f.Writer.Keep(meeting, b)
	}
	return errors.New("disk full")
}

func TestLostAnswer(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	d.Arm(wikitest.DropAnswer(wikitest.Edits))
	d.publish(d.minutes("## Beet\n\n- umgegraben"), Created)
	d.Arm(wikitest.DropAnswer(wikitest.Edits))
	d.publish(d.minutes("## Beet\n\n- gesät"), Updated)
	if n := len(d.Revisions(d.title)); n != 2 {
		t.Errorf("%d revisions", n)
	}
	d.publish(d.minutes("## Beet\n\n- gesät"), Unchanged)
}

func TestDryRun(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	dry := &Publisher{Reader: d.pub.Reader, Writer: DryRun{}, Bases: d.pub.Bases, Version: "0.1"}
	one, two := d.minutes("## Beet\n\n- umgegraben"), d.minutes("## Beet\n\n- gesät")
	r, err := dry.Publish(t.Context(), one, PageOptions{})
	if err != nil || r.Outcome != Created || !strings.Contains(r.Diff, "+* umgegraben\n") || d.Exists(d.title) {
		t.Fatalf("%+v, %v", r, err)
	}
	if _, ok, _ := d.pub.Bases.Get(meeting); ok {
		t.Error("a dry run keeps a base")
	}
	d.publish(one, Created)
	r, err = dry.Publish(t.Context(), two, PageOptions{})
	want := "-* umgegraben\n+* gesät\n"
	if err != nil || r.Outcome != Updated || !strings.Contains(r.Diff, want) || !strings.HasPrefix(r.Diff, "diff "+d.title) {
		t.Errorf("%+v, %v", r, err)
	}
	if strings.Contains(d.Get(d.title), "gesät") || d.base().Markdown != string(one.Markdown()) {
		t.Error("a dry run changed something")
	}
	live := d.publish(two, Updated)
	if live.Diff != r.Diff {
		t.Errorf("the dry run said\n%s\nand it was\n%s", r.Diff, live.Diff)
	}
	for _, q := range d.Requests() {
		if q.Action() == "edit" && q.Params.Get("text") == "" {
			t.Error("an edit without text")
		}
	}
}

// A page that telko imported gets nothing of telko's, and an unedited file is
// never published again, whatever today's renderer makes of it.
func TestImportedPages(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	p := d.minutes("## Beet\n\n- [ ] umgraben (ole) #310306-1", "imported: wikitext")
	o := PageOptions{Before: "A", After: "B", Categories: []string{"C"}, TasksPage: "D"}
	r, err := d.pub.Publish(t.Context(), p, o)
	if err != nil || r.Outcome != Created {
		t.Fatalf("%+v, %v", r, err)
	}
	if got, want := d.Get(d.title), "= Gartentelko =\n\n== Beet ==\n\n* umgraben (ole)"; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	b := d.base()
	b.Wikitext = "wie es ein älteres telko schrieb"
	rev := d.Edit(wikitest.Erika, d.title, b.Wikitext)
	b.Revision = rev
	if err := d.pub.Bases.Put(meeting, b); err != nil {
		t.Fatal(err)
	}
	if r, err := d.pub.Publish(t.Context(), p, o); err != nil || r.Outcome != Unchanged || r.WikiChanged {
		t.Errorf("%+v, %v", r, err)
	}
}

// The link to the next telco is written once.
func TestTheLaterTelcoIsLinkedOnce(t *testing.T) {
	t.Parallel()
	d := newDesk(t)
	p := d.minutes("## Beet")
	step := func(after string, want Outcome) {
		t.Helper()
		r, err := d.pub.Publish(t.Context(), p, PageOptions{Before: "Vorher", After: after})
		if err != nil || r.Outcome != want {
			t.Fatalf("%+v, %v; want %s", r, err, want)
		}
	}
	step("", Created)
	step("", Unchanged)
	step("Nachher", Updated)
	step("Nachher", Unchanged)
	step("Noch später", Unchanged)
	if got := d.Get(d.title); !strings.Contains(got, "[[Nachher|nächste Telko]]") || !strings.Contains(got, "[[Vorher|vorige Telko]]") {
		t.Errorf("the page is\n%s", got)
	}
}
