package imports

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"telko/minutes"
	"telko/tasks/when"
)

// seeds holds the page that started it; where it is not there, the pages of
// testdata have the same structures.
const seeds = "../../../shared/seeds"

// TestSeeds imports both forms of the page and compares every field of what
// must be read out of it. Text has lost the levels of headings: there the
// titles are a flat list.
func TestSeeds(t *testing.T) {
	const name = "2010-01-07_Technik-Telko"
	raw, err := os.ReadFile(filepath.Join(seeds, name+".expected.json"))
	if os.IsNotExist(err) {
		t.Skip("the page is not beside this repository")
	}
	if err != nil {
		t.Fatal(err)
	}
	for _, ext := range []string{".wiki", ".txt"} {
		t.Run(ext, func(t *testing.T) {
			var want map[string]any
			if err := json.Unmarshal(raw, &want); err != nil {
				t.Fatal(err)
			}
			src, err := os.ReadFile(filepath.Join(seeds, name+ext))
			if err != nil {
				t.Fatal(err)
			}
			res, err := importFile(ext, src, Options{
				FileName: name + ext,
				DueDays:  7,
				TimeZone: "Europe/Berlin",
				Series:   []SeriesHint{{Key: "technik-telko", Title: "IT-Telko", Page: "IT/Protokolle/{date} - Technik-Telko"}},
			})
			if err != nil {
				t.Fatal(err)
			}
			if res.ID != "2010-01-07-technik-telko" {
				t.Errorf("id %q", res.ID)
			}
			lost(t, string(src), string(res.Source))
			got := asJSON(t, res)
			if ext == ".txt" {
				want["agenda"] = flatten(want["agenda"])
				got["agenda"] = flatten(got["agenda"])
			}
			for _, m := range got["motions"].([]any) { // the page has a motion's passages by kind
				m := m.(map[string]any)
				var kinds []any
				for _, p := range m["parts"].([]any) {
					kinds = append(kinds, p.(map[string]any)["kind"])
				}
				m["parts"] = kinds
			}
			if d := cmp.Diff(want, pick(want, got)); d != "" {
				t.Errorf("-want +got:\n%s", d)
			}
			for _, key := range []string{"keeper"} {
				if v := got[key]; v != "" {
					t.Errorf("%s is %v, the page says none", key, v)
				}
			}
			if got["status"] != "final" {
				t.Errorf("status %v", got["status"])
			}
		})
	}
}

func asJSON(t *testing.T, res Result) map[string]any {
	t.Helper()
	f, err := minutes.Parse(res.ID+".md", res.Source, minutes.Context{})
	if err != nil {
		t.Fatal(err)
	}
	b, err := json.Marshal(minutes.JSON(&f.Meeting, nil, when.Day(2010, 1, 8)))
	if err != nil {
		t.Fatal(err)
	}
	var got map[string]any
	if err := json.Unmarshal(b, &got); err != nil {
		t.Fatal(err)
	}
	return got
}

// pick returns of got what want has a word on: the fields it names, of lists
// all elements. A field that want leaves out must be empty where that is a
// statement: no guest, no time, no role, no nick.
func pick(want, got any) any {
	switch w := want.(type) {
	case map[string]any:
		g, ok := got.(map[string]any)
		if !ok {
			return got
		}
		out := map[string]any{}
		for k, v := range g {
			if _, named := w[k]; named {
				out[k] = pick(w[k], v)
			} else if v != nil && v != "" && v != false && stated[k] {
				out[k] = v
			}
		}
		return out
	case []any:
		g, ok := got.([]any)
		if !ok {
			return got
		}
		out := make([]any, len(g))
		for i := range g {
			if i < len(w) {
				out[i] = pick(w[i], g[i])
			} else {
				out[i] = g[i]
			}
		}
		return out
	}
	return got
}

var stated = map[string]bool{"guest": true, "nick": true, "from": true, "until": true, "role": true}

// flatten returns the titles of an agenda in order.
func flatten(agenda any) []any {
	var out []any
	items, _ := agenda.([]any)
	for _, it := range items {
		m := it.(map[string]any)
		out = append(out, m["title"])
		out = append(out, flatten(m["items"])...)
	}
	return out
}
