package fidelity

import (
	"net/url"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/text/unicode/norm"
)

// attrs returns what of an element's attributes shows, in one form.
func (b *builder) attrs(n *html.Node) string {
	var out []string
	for _, a := range n.Attr {
		key, val := a.Key, strings.TrimSpace(a.Val)
		switch key {
		case "start":
			if n.Data == "ol" && val != "1" {
				out = append(out, "start="+val)
			}
		case "value":
			if n.Data == "li" {
				out = append(out, "value="+val)
			}
		case "colspan", "rowspan":
			if val != "1" {
				out = append(out, key+"="+val)
			}
		case "align":
			if n.Data == "td" || n.Data == "th" || b.look.Exact {
				out = append(out, "align="+strings.ToLower(val))
			}
		case "style":
			if side, ok := textAlign(val); ok && (n.Data == "td" || n.Data == "th") {
				out = append(out, "align="+side)
			} else if b.look.Exact {
				out = append(out, "style="+strings.Join(strings.Fields(val), ""))
			}
		case "id", "title", "href", "rel", "name":
		case "class":
			if c := classes(val); c != "" && b.look.Exact {
				out = append(out, "class="+c)
			}
		default:
			if b.look.Exact {
				out = append(out, key+"="+val)
			}
		}
	}
	slices.Sort(out)
	return strings.Join(slices.Compact(out), " ")
}

// textAlign returns the side of a style that says nothing else.
func textAlign(css string) (string, bool) {
	side, ok := strings.CutPrefix(strings.ToLower(strings.Join(strings.Fields(css), "")), "text-align:")
	side = strings.TrimSuffix(side, ";")
	return side, ok && !strings.ContainsAny(side, ":;")
}

// classes returns the class names that an author wrote.
func classes(val string) string {
	var out []string
	for c := range strings.FieldsSeq(val) {
		if !strings.HasPrefix(c, "mw-") {
			out = append(out, c)
		}
	}
	slices.Sort(out)
	return strings.Join(out, " ")
}

// link returns an address in one form: pages of the wiki as "wiki:Page#part",
// others absolute and with as little percent-encoding as keeps their meaning.
func (l Look) link(href string) string {
	href = strings.TrimSpace(href)
	if page, ok := wikiPage(href); ok {
		return page
	}
	if strings.HasPrefix(href, "#") {
		return "#" + section(href[1:])
	}
	if abs, relative := resolve(l.Base, href); relative && l.Base != "" {
		href = abs
	}
	return canonical(href)
}

// resolve returns what an address means on a site's first page, base, and
// whether it is relative at all.
func resolve(base, href string) (abs string, relative bool) {
	i := strings.IndexFunc(href, func(r rune) bool {
		return (r < 'a' || 'z' < r) && (r < 'A' || 'Z' < r) && (r < '0' || '9' < r) && r != '+' && r != '-' && r != '.'
	})
	if i > 0 && href[i] == ':' || strings.HasPrefix(href, "//") {
		return "", false
	}
	return base + strings.TrimPrefix(strings.TrimPrefix(href, "./"), "/"), true
}

// wikiPage returns the page that an address of a MediaWiki, or one that begins
// with "wiki:", leads to.
func wikiPage(href string) (string, bool) {
	if p, ok := strings.CutPrefix(href, "wiki:"); ok {
		page, part, has := strings.Cut(p, "#")
		return pageLink(page, part, has), true
	}
	rest, ok := strings.CutPrefix(href, "/index.php")
	if !ok {
		return "", false
	}
	u, err := url.Parse(href)
	if err != nil {
		return "", false
	}
	if p, ok := strings.CutPrefix(rest, "/"); ok {
		p, part, has := strings.Cut(p, "#")
		p, query, _ := strings.Cut(p, "?")
		if p, err = url.PathUnescape(p); err != nil || query != "" {
			return "", false
		}
		return pageLink(p, part, has), true
	}
	q := u.Query()
	if title := q.Get("title"); q.Get("redlink") == "1" && title != "" {
		return pageLink(title, u.Fragment, u.Fragment != ""), true
	}
	return "", false
}

func pageLink(page, part string, has bool) string {
	page = strings.TrimPrefix(strings.Trim(strings.ReplaceAll(page, "_", " "), " "), ":")
	if r := []rune(page); len(r) > 0 {
		page = strings.ToUpper(string(r[:1])) + string(r[1:])
	}
	link := "wiki:" + norm.NFC.String(page)
	if has && part != "" {
		link += "#" + section(part)
	}
	return link
}

// section returns the part of a page as it is written.
func section(s string) string {
	if t, err := url.PathUnescape(s); err == nil {
		s = t
	}
	return norm.NFC.String(strings.Join(strings.Fields(strings.ReplaceAll(s, "_", " ")), " "))
}

// canonical returns an absolute address with scheme and host in lower case, a
// slash for an empty path, and percent signs only where they keep a character
// from being a delimiter.
func canonical(href string) string {
	if scheme, rest, ok := strings.Cut(href, "://"); ok {
		i := strings.IndexAny(rest, "/?#")
		if i < 0 {
			i, rest = len(rest), rest+"/"
		} else if rest[i] != '/' {
			rest = rest[:i] + "/" + rest[i:]
		}
		href = strings.ToLower(scheme) + "://" + strings.ToLower(rest[:i]) + rest[i:]
	} else if scheme, rest, ok := strings.Cut(href, ":"); ok {
		href = strings.ToLower(scheme) + ":" + rest
	}
	var b strings.Builder
	for i := 0; i < len(href); i++ {
		if href[i] == '%' && i+2 < len(href) {
			if c, err := url.PathUnescape(href[i : i+3]); err == nil && !strings.ContainsAny(c, "%/?#&=+;:@,$") {
				b.WriteString(c)
				i += 2
				continue
			}
			if _, err := url.PathUnescape(href[i : i+3]); err == nil {
				b.WriteString(strings.ToUpper(href[i : i+3]))
				i += 2
				continue
			}
		}
		b.WriteByte(href[i])
	}
	return norm.NFC.String(b.String())
}
