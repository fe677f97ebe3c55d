package cli

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"iter"
	"net/url"
	"runtime/debug"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"telko/minutes/lang"
	"telko/wiki/wikitext"
)

type convertOptions struct {
	from, to string
}

// What convert reads and writes.
const (
	asMarkdown = "markdown"
	asWikitext = "wikitext"
	asHTML     = "html"
	asJSON     = "json"
)

func (a *app) newConvert() *cobra.Command {
	var o convertOptions
	c := a.command("convert --from FORMAT --to FORMAT", lang.HelpConvert)
	f := c.Flags()
	f.StringVarP(&o.from, "from", "f", "", lang.FlagConvertFrom.In(a.lang))
	f.StringVarP(&o.to, "to", "t", "", lang.FlagConvertTo.In(a.lang))
	a.complete(c, "from", words(asMarkdown, asWikitext))
	a.complete(c, "to", words(asWikitext, asMarkdown, asHTML, asJSON))
	c.ValidArgsFunction = words() // no file names: it takes none
	c.RunE = func(_ *cobra.Command, args []string) error { return a.runConvert(o, args) }
	return c
}

// words completes one of a few words.
func words(all ...string) completer {
	return func(_ *cobra.Command, _ []string, typed string) ([]cobra.Completion, cobra.ShellCompDirective) {
		var out []cobra.Completion
		for _, w := range all {
			if strings.HasPrefix(w, typed) {
				out = append(out, w)
			}
		}
		return out, noFiles | cobra.ShellCompDirectiveKeepOrder
	}
}

// check returns an error of usage that lists what there is.
func (o *convertOptions) check(args []string) error {
	switch o.from {
	case "":
		return hintedUsage(lang.E(lang.ConvertNoFrom).Hint(lang.ConvertFroms))
	case asMarkdown, asWikitext:
	default:
		return hintedUsage(lang.E(lang.ConvertFromIsNot, o.from).Hint(lang.ConvertFroms))
	}
	switch o.to {
	case "":
		return hintedUsage(lang.E(lang.ConvertNoTo).Hint(lang.ConvertTos))
	case asMarkdown, asWikitext, asHTML, asJSON:
	default:
		return hintedUsage(lang.E(lang.ConvertToIsNot, o.to).Hint(lang.ConvertTos))
	}
	if len(args) > 0 {
		return hintedUsage(lang.E(lang.ConvertFile, args[0]).Hint(lang.ConvertTry, o.from, o.to, args[0]))
	}
	return nil
}

func hintedUsage(err *lang.Error) error { return &exitError{exitUsage, err} }

// maxConvert is how much convert reads. A wiki page holds 2 MB at most; a text
// in which nothing can be cut takes some forty times its size.
const maxConvert = 64 << 20

// manyBytes is from where on convert collects its garbage earlier than other
// commands, which are over before that pays: 10 MB are to need no gigabyte.
const manyBytes = 4 << 20

// runConvert reads all of its input first: in Markdown a definition at the end
// can make a link at the beginning, in wikitext a comment can hide what follows.
// It writes while it converts.
func (a *app) runConvert(o convertOptions, args []string) error {
	if err := o.check(args); err != nil {
		return err
	}
	if a.out.inTTY {
		return hintedUsage(lang.E(lang.ConvertTerminal).Hint(lang.ConvertTry, o.from, o.to, "FILE"))
	}
	src, err := readAll(a.env.Stdin, maxConvert+1)
	if err != nil {
		return lang.E(lang.ConvertUnread, systemError(err))
	}
	if len(src) > maxConvert {
		return lang.E(lang.ConvertTooBig, maxConvert>>20)
	}
	if len(src) > manyBytes {
		defer debug.SetGCPercent(debug.SetGCPercent(200))
	}
	var n notices
	if o.to == asJSON {
		wikitext.ReportBytes(string(src), n.add)
		err = a.convertTree(o.from, src)
	} else {
		last := "\n"
		for text := range converted(o.from, o.to, src, &n) {
			a.out.Print(text)
			last = text
		}
		if last != "" && !strings.HasSuffix(last, "\n") {
			a.out.Print("\n")
		}
	}
	if err == nil {
		err = a.out.Flush()
	}
	n.tell(a, "")
	return err
}

// readAll reads up to most bytes, into memory of the right size if a file says
// its own: what grows as it goes takes several times as much, and the time that
// a third of converting takes.
func readAll(r io.Reader, most int64) ([]byte, error) {
	var b bytes.Buffer
	if f, ok := r.(interface{ Stat() (fs.FileInfo, error) }); ok {
		if info, err := f.Stat(); err == nil && info.Mode().IsRegular() {
			b.Grow(int(min(info.Size(), most)) + bytes.MinRead)
		}
	}
	_, err := b.ReadFrom(io.LimitReader(r, most))
	return b.Bytes(), err
}

// systemError returns what the system has against a stream, without the call's
// name.
func systemError(err error) error {
	if cause := errors.Unwrap(err); cause != nil {
		return cause
	}
	return err
}

// converted yields the pieces of a text in another form, or the text as it is
// in its own. What stands on lines of the input goes to n.
func converted(from, to string, src []byte, n *notices) iter.Seq[string] {
	switch {
	case from == to:
		wikitext.ReportBytes(string(src), n.add)
		return whole(string(src))
	case from == asMarkdown && to == asWikitext:
		return wikitext.Parts(src, wikitext.WriteOptions{Report: n.add})
	case from == asMarkdown:
		return wikitext.HTMLParts(src, wikitext.HTMLOptions{ExtOptions: pageLinks(), Report: n.add})
	}
	page := wikitext.ReadOptions{Report: n.addFor(to)}
	if to == asMarkdown {
		return wikitext.MarkdownParts(string(src), page)
	}
	md := strings.Join(slices.Collect(wikitext.MarkdownParts(string(src), page)), "")
	return wikitext.HTMLParts([]byte(md), wikitext.HTMLOptions{ExtOptions: pageLinks()})
}

func whole(s string) iter.Seq[string] {
	return func(yield func(string) bool) { yield(s) }
}

// pageLinks says where links to pages lead when no wiki is known: to pages
// beside this one, as in the HTML that MediaWiki itself gives out.
func pageLinks() wikitext.ExtOptions {
	return wikitext.ExtOptions{PageURL: func(target string) string {
		page, section, cut := strings.Cut(target, "#")
		out := ""
		if page != "" {
			out = "./" + pathOf(page)
		}
		if cut {
			out += "#" + pathOf(section)
		}
		return out
	}}
}

// pathOf returns a title, or a section's, as it stands in an address.
func pathOf(title string) string {
	title = strings.ReplaceAll(strings.TrimSpace(title), " ", "_")
	return strings.ReplaceAll(url.PathEscape(title), "%2F", "/")
}
