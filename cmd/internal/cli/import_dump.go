package cli

import (
	"bufio"
	"compress/bzip2"
	"compress/gzip"
	"context"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"

	"telko/minutes/lang"
	"telko/wiki"
)

// dumps imports what dumps hold below prefixes: those of the series' pages
// unless others are said; all, if no series says where its pages are.
func (im *importing) dumps(ctx context.Context, names, prefixes []string) error {
	for _, name := range names {
		if err := im.dump(ctx, name, prefixes); err != nil {
			return err
		}
	}
	return nil
}

func (im *importing) dump(ctx context.Context, name string, prefixes []string) error {
	in, size, err := im.open(name)
	if err != nil {
		return err
	}
	defer in.Close()
	w, err := im.importer(ctx)
	if err != nil {
		return err
	}
	if len(prefixes) == 0 {
		prefixes = im.seriesPrefixes()
	}
	want := func(title string) bool {
		below := len(prefixes) == 0 || slices.ContainsFunc(prefixes, func(p string) bool { return strings.HasPrefix(title, p) })
		return below && !im.ownPage(title)
	}
	api, n := im.ws.Settings().Wiki.API, im.total()
	info, err := w.Dump(ctx, in, wiki.DumpOptions{API: api, Want: want}, func(r wiki.Import) {
		im.report(r)
		im.progress(func() { im.a.out.Progress(lang.ImportDumpProgress, in.read.Load()>>20, size>>20, im.total()) })
	})
	if err := im.broken(err); err != nil {
		return err
	}
	if im.total() == n {
		im.a.out.Talk(lang.ImportNoneInDump, info.Pages, strings.Join(prefixes, ", "))
	}
	if api != "" && !wiki.SameWiki(api, info.Base) {
		im.a.out.Talk(lang.ImportOtherDump, info.Base)
	}
	return nil
}

// seriesPrefixes returns what the titles of the series' pages begin with, none
// if a series' pages are not known.
func (im *importing) seriesPrefixes() []string {
	var prefixes []string
	for _, s := range im.ws.Settings().Series {
		prefix := s.PagePrefix()
		if prefix == "" {
			return nil
		}
		prefixes = append(prefixes, prefix)
	}
	slices.Sort(prefixes)
	return slices.Compact(prefixes)
}

// open opens a dump, unpacking it as it is read.
func (im *importing) open(name string) (*dumpFile, int64, error) {
	d := &dumpFile{in: im.a.env.Stdin}
	size := int64(0)
	if name != "-" {
		f, err := os.Open(im.a.env.abs(name))
		if err != nil {
			return nil, 0, fileError(name, err)
		}
		if info, err := f.Stat(); err == nil {
			size = info.Size()
		}
		d.in, d.file = f, f
	}
	if err := d.unpack(name); err != nil {
		d.Close()
		return nil, 0, err
	}
	return d, size, nil
}

// dumpFile is a dump as it is read, counting what was taken off the disk.
type dumpFile struct {
	io.Reader
	in   io.Reader
	file *os.File // nil for stdin
	read atomic.Int64
}

// unpack reads on through what the dump is packed with, which its first bytes say
// whatever it is called.
func (d *dumpFile) unpack(name string) error {
	in := bufio.NewReader(counted{d})
	d.Reader = in
	begin, _ := in.Peek(6) // what is shorter is no dump, and said to be none
	starts := func(magic string) bool { return strings.HasPrefix(string(begin), magic) }
	by := ""
	switch {
	case starts("\x1f\x8b"):
		by = packer(".gz")
	case starts("BZh"):
		by = packer(".bz2")
	case starts("\xfd7zXZ\x00"):
		by = packer(".xz")
	case starts("7z\xbc\xaf\x27\x1c"):
		by = packer(".7z")
	case starts("\x28\xb5\x2f\xfd"):
		by = packer(".zst")
	default:
		by = packer(strings.ToLower(filepath.Ext(name)))
	}
	switch by {
	case "":
	case packer(".gz"):
		z, err := gzip.NewReader(in)
		if err != nil {
			return fileError(name, err)
		}
		d.Reader = z
	case packer(".bz2"):
		d.Reader = bzip2.NewReader(in)
	default:
		return lang.E(lang.ImportPacked, name).Hint(lang.ImportUnpack, by, quoted(name))
	}
	return nil
}

// packer returns the program that unpacks files with an ending, "" for none.
func packer(ending string) string {
	switch ending {
	case ".gz":
		return "gzip -dc"
	case ".bz2":
		return "bzip2 -dc"
	case ".xz":
		return "xz -dc"
	case ".7z":
		return "7z x -so"
	case ".zst":
		return "zstd -dc"
	}
	return ""
}

func (d *dumpFile) Close() error {
	if d.file == nil {
		return nil
	}
	return d.file.Close()
}

// counted reads a dump's file and counts.
type counted struct{ d *dumpFile }

func (c counted) Read(b []byte) (int, error) {
	n, err := c.d.in.Read(b)
	c.d.read.Add(int64(n))
	return n, err
}
