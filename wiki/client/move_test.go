package client

import (
	"errors"
	"testing"

	"telko/wiki/wikitest"
)

// A page goes to another title and leaves a redirect, once, whatever happens to
// the answer or the token; a page of that title stays as it is.
func TestMovePage(t *testing.T) {
	isMove := func(q wikitest.Request) bool { return q.Action() == "move" }
	for name, fault := range map[string]*wikitest.Fault{
		"plain": nil, "answer lost": wikitest.DropAnswer(isMove), "request lost": wikitest.DropRequest(isMove),
		"stale token": wikitest.APIError(isMove, "badtoken"), "busy": wikitest.Status(isMove, 503, "2"),
	} {
		t.Run(name, func(t *testing.T) {
			r := newRig(t, nil)
			from, to := r.Title("Alt"), r.Title("Neu")
			r.Edit(wikitest.Erika, from, "Text")
			page, err := r.Page(t.Context(), from)
			if err != nil {
				t.Fatal(err)
			}
			if fault != nil {
				r.Arm(fault)
			}
			got, err := r.MovePage(t.Context(), page.ID, to, "verlegt")
			if err != nil || got.ID != page.ID || got.Title != to || got.Text != "Text" {
				t.Fatalf("%+v, %v", got, err)
			}
			if n := len(r.Revisions(from)); n != 1 || r.Get(to) != "Text" {
				t.Errorf("%d revisions of the redirect", n)
			}
			if again, err := r.MovePage(t.Context(), page.ID, to, "verlegt"); err != nil || again.Revision != got.Revision {
				t.Errorf("%+v, %v", again, err)
			}
			r.Edit(wikitest.Otto, r.Title("Da"), "anderes")
			_, err = r.MovePage(t.Context(), page.ID, r.Title("Da"), "verlegt")
			wantMoveKind(t, err, Exists)
			_, err = r.MovePage(t.Context(), 1<<30, r.Title("Weg"), "verlegt")
			wantMoveKind(t, err, Deleted)
		})
	}
}

func wantMoveKind(t *testing.T, err error, want Kind) {
	t.Helper()
	var e *Error
	if !errors.As(err, &e) || e.Kind != want {
		t.Errorf("got %v, want kind %v", err, want)
	}
}
