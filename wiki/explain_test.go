package wiki

import (
	"errors"
	"strings"
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
	for _, k := range []client.Kind{client.Conflict, client.Exists, client.Deleted} {
		if err := Explain(&client.Error{Kind: k, Title: "Seite"}); lang.Say(err, lang.English) != lang.WikiRaced.In(lang.English, "Seite") {
			t.Errorf("%v: %v", k, err)
		}
	}
	if err := errors.New("x"); Explain(err) != err {
		t.Error("another error is changed")
	}
}

// What the client itself finds wrong is said in both languages, with what it is
// about; what the wiki says stays in its words.
func TestExplainFaults(t *testing.T) {
	for f := client.NoCredentials; f <= client.Crowded; f++ {
		text, ok := faultText(f)
		if !ok {
			t.Errorf("fault %d is not said", f)
			continue
		}
		args := []any{"Erika", "edit", "weil"}[:strings.Count(text.In(lang.German), "%")]
		err := Explain(client.Found(client.Auth, f, args...))
		de, en := lang.Say(err, lang.German), lang.Say(err, lang.English)
		if text.In(lang.German) == text.In(lang.English) || !strings.HasSuffix(de, text.In(lang.German, args...)) || !strings.HasSuffix(en, text.In(lang.English, args...)) || strings.Contains(de+en, "%!") {
			t.Errorf("%q and %q", de, en)
		}
	}
	if err := Explain(&client.Error{Kind: client.Busy, Info: "Wartung"}); lang.Say(err, lang.English) != "the wiki is busy: Wartung" {
		t.Errorf("%v", err)
	}
}
