package cli

import (
	"net/url"
	"path"
	"strings"

	"telko/minutes/lang"
)

// isURL reports whether a word is an address and no title.
func isURL(word string) bool {
	return strings.HasPrefix(word, "https://") || strings.HasPrefix(word, "http://")
}

// titleIn returns the title of the page that an address of the wiki leads to, as
// a browser shows it: …/index.php/TITLE, …/index.php?title=TITLE, …/wiki/TITLE.
func titleIn(address, api string) (string, error) {
	u, err := url.Parse(address)
	home, herr := url.Parse(api)
	if err != nil || herr != nil {
		return "", lang.E(lang.ImportURL, address).Hint(lang.ImportURLHint)
	}
	if u.Host != home.Host {
		return "", lang.E(lang.ImportOtherWiki, address, api).Hint(lang.ImportOtherWikiHint)
	}
	q := u.Query()
	if q.Get("oldid") != "" || q.Get("diff") != "" {
		return "", lang.E(lang.ImportOldRevision, address).Hint(lang.ImportOldRevisionHint)
	}
	title := q.Get("title")
	if title == "" {
		title = titleOfPath(u.Path, path.Dir(home.Path))
	}
	if title = strings.TrimSpace(strings.ReplaceAll(title, "_", " ")); title == "" {
		return "", lang.E(lang.ImportURL, address).Hint(lang.ImportURLHint)
	}
	return title, nil
}

// titleOfPath returns the title in the path of an address, "" if there is none.
// Below is the folder of api.php.
func titleOfPath(p, below string) string {
	for _, before := range []string{path.Join(below, "index.php") + "/", "/index.php/", "/wiki/"} {
		if _, title, ok := strings.Cut(p, before); ok {
			return title
		}
	}
	rest, ok := strings.CutPrefix(p, strings.TrimSuffix(below, "/")+"/")
	if !ok || strings.HasSuffix(rest, ".php") {
		return ""
	}
	return rest // a wiki whose pages lie beside its api.php
}
