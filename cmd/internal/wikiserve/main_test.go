package main

import (
	"bytes"
	"io"
	"net/http"
	"strings"
	"testing"

	"telko/wiki/wikitest"
)

func TestTheDemoIsPublished(t *testing.T) {
	s, err := wikitest.Launch()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(s.Stop)
	d, err := newDesk(s)
	if err != nil {
		t.Fatal(err)
	}
	if len(d.meetings) < 40 {
		t.Fatalf("a year of %d telcos", len(d.meetings))
	}
	d.meetings = d.meetings[len(d.meetings)-3:] // the others take a test's time
	for range 2 {                               // the second time nothing is to be done
		var stderr bytes.Buffer
		pages, err := d.publish(&stderr)
		if err != nil {
			t.Fatalf("%v: %s", err, &stderr)
		}
		for _, p := range pages {
			resp, err := http.Get(p)
			if err != nil {
				t.Fatal(err)
			}
			body, err := io.ReadAll(resp.Body)
			resp.Body.Close()
			if err != nil || resp.StatusCode != 200 || !strings.Contains(string(body), "Planung der nächsten 7 Tage") {
				t.Errorf("%s: %s, %v", p, resp.Status, err)
			}
		}
	}
	for _, title := range []string{"IT/Protokolle", "IT/Aufgaben", "IT/Antr%C3%A4ge"} { // as the guide has them
		resp, err := http.Get(s.URL + "/index.php/" + title)
		if err != nil {
			t.Fatal(err)
		}
		resp.Body.Close()
		if resp.StatusCode != 200 {
			t.Errorf("%s: %s", title, resp.Status)
		}
	}
}
