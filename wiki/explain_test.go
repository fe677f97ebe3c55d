package wiki

import (
	"errors"
	"testing"

	"telko/minutes/lang"
	"telko/wiki/client"
)

// Every kind of a client's error is said in both languages.
func TestExplain(t *testing.T) {
	for k := client.Refused; k <= client.Insecure; k++ {
		err := Explain(&client.Error{Kind: k, Op: "update", Title: "Seite", Info: "Worte des Wikis", Status: 503, Location: "https://x.example/api.php"})
		var said *lang.Error
		var e *client.Error
		if !errors.As(err, &said) || !errors.As(err, &e) || e.Kind != k {
			t.Errorf("%v: %v", k, err)
			continue
		}
		if hint := lang.HintOf(err, lang.German); hint == "" || hint == lang.HintOf(err, lang.English) {
			t.Errorf("%v: the hint is %q", k, hint)
		}
		if said.In(lang.German) == said.In(lang.English) {
			t.Errorf("%v: %q in both languages", k, said)
		}
	}
	if err := errors.New("x"); Explain(err) != err {
		t.Error("another error is changed")
	}
}
