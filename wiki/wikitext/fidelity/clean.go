package fidelity

import (
	"fmt"
	"html"
	"regexp"
	"strings"
)

// Dirt is what of a wikitext a person would not have written, had he a choice.
type Dirt struct {
	Bytes    int
	NoMarkup int // <blockquote>, <pre>, <code>, <s> and <br>: there is no wiki markup for them
	Tags     int // other tags
	Entities int // but &nbsp;, which nobody could see as a character
	Nowiki   int
	// Needless are the entities and nowiki without which the wiki shows the
	// same, each with the text around it.
	Needless []string
}

// Sum returns the number of tags, entities and nowiki.
func (d Dirt) Sum() int { return d.Tags + d.Entities + d.Nowiki }

// String tells all of it.
func (d Dirt) String() string {
	return fmt.Sprintf("%.2f per kB: %d tags, %d entities, %d nowiki in %d bytes, %d of them needless (and %d of blockquote, pre, code, s, br)",
		1000*float64(d.Sum())/float64(max(1, d.Bytes)), d.Tags, d.Entities, d.Nowiki, d.Bytes, len(d.Needless), d.NoMarkup)
}

const (
	dirtNowiki = 1 // the group with the inside of <nowiki>
	dirtTag    = 2 // the group with a tag's name
)

// dirty finds what may be dirt, and what hides it: comments and <pre>.
func dirty() *regexp.Regexp {
	return regexp.MustCompile(`(?is)<!--.*?-->|<pre\b[^<>]*>.*?</pre>|<nowiki\s*/>|<nowiki>(.*?)</nowiki>|` +
		`</?([a-z][a-z0-9]*)(?:\s[^<>]*)?/?>|&(?:#[0-9]+|#x[0-9a-f]+|[a-z][a-z0-9]*);`)
}

// continuation is what may follow on a page when others write on: what it
// ends, if a text was left open. An escape that keeps text from being open is
// not needless.
const continuation = "\n\n</ref></nowiki></pre></code></div>-->}}]]|}"

// Dirty counts what is in wikitexts. The wiki is asked without which of it
// they would show the same, whatever follows on the page.
func Dirty(wikitexts []string, wiki Renderer) (Dirt, error) {
	var d Dirt
	find := dirty()
	for _, src := range wikitexts {
		d.Bytes += len(src)
		was := ""
		for _, m := range find.FindAllStringSubmatchIndex(src, -1) {
			text, clean := src[m[0]:m[1]], ""
			switch {
			case strings.HasPrefix(text, "<!--") || text == "&nbsp;":
				continue
			case strings.HasPrefix(strings.ToLower(text), "<pre"):
				d.NoMarkup++
				continue
			case strings.HasPrefix(text, "&"):
				d.Entities++
				clean = html.UnescapeString(text)
			case strings.HasPrefix(strings.ToLower(text), "<nowiki"):
				d.Nowiki++
				if m[2*dirtNowiki] >= 0 {
					clean = html.UnescapeString(src[m[2*dirtNowiki]:m[2*dirtNowiki+1]])
				}
			default:
				d.tag(src[m[2*dirtTag]:m[2*dirtTag+1]], strings.HasPrefix(text, "</"))
				continue
			}
			if was == "" {
				var err error
				if was, err = shownAs(src, wiki); err != nil {
					return d, err
				}
			}
			without := src[:m[0]] + clean + src[m[1]:]
			same, err := shownAlike(was, without, wiki)
			if err == nil && same {
				var open string
				if open, err = shownAs(src+continuation, wiki); err == nil {
					same, err = shownAlike(open, without+continuation, wiki)
				}
			}
			if err != nil {
				return d, err
			}
			if same {
				d.Needless = append(d.Needless, src[max(0, m[0]-20):min(len(src), m[1]+20)])
			}
		}
	}
	return d, nil
}

func (d *Dirt) tag(name string, end bool) {
	if end {
		return // one element, one count
	}
	switch strings.ToLower(name) {
	case "blockquote", "code", "s", "br":
		d.NoMarkup++
	default:
		d.Tags++
	}
}

func shownAlike(was, src string, wiki Renderer) (bool, error) {
	now, err := shownAs(src, wiki)
	return now == was, err
}

func shownAs(src string, wiki Renderer) (string, error) {
	h, err := wiki.HTML(src)
	if err != nil {
		return "", err
	}
	return draw(Look{}, h)
}
