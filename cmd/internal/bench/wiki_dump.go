package main

import (
	"bufio"
	"bytes"
	"encoding/xml"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"telko/minutes"
	workspace "telko/minutes/archive"
	"telko/minutes/imports"
)

const (
	dumpPages   = 10_000
	dumpMinutes = 400 // of them, in the dump of a whole wiki
)

// benchDumps measures `telko import` of dumps of 10,000 pages: of a wiki, of
// which some pages are minutes, and of minutes alone; and its memory, also where
// every page has a history, a gigabyte of it.
func benchDumps(dir string, p programs, rounds int) ([]goal, error) {
	fmt.Fprintf(os.Stderr, "inventing dumps of %d pages in %s\n", dumpPages, dir)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, err
	}
	d := &dumps{dir: dir, p: p, inventor: inventor()}
	var all []goal
	for _, c := range []struct {
		name             string
		minutes, history int
		runs             int
	}{
		{"a wiki, 400 of its 10,000 pages minutes", dumpMinutes, 1, (rounds + 4) / 5},
		{"10,000 pages of minutes", dumpPages, 1, 1},
		{"a gigabyte of history", dumpMinutes, 10, 1},
	} {
		file := filepath.Join(dir, "dump.xml")
		size, err := d.write(file, c.minutes, c.history)
		if err != nil {
			return nil, err
		}
		more, err := d.measure(c.name, file, size, c.minutes, c.runs)
		if err != nil {
			return nil, err
		}
		all = append(all, more...)
		if err := os.Remove(file); err != nil {
			return nil, err
		}
	}
	return all, nil
}

type dumps struct {
	dir      string
	p        programs
	inventor *archive
	runs     int
}

// inventor returns what invents text, always the same.
func inventor() *archive { return &archive{rnd: rand.New(rand.NewPCG(2010, 3))} }

// write writes a dump, and returns its size.
func (d *dumps) write(name string, minutes, history int) (int64, error) {
	f, err := os.Create(name)
	if err != nil {
		return 0, err
	}
	defer f.Close()
	w := bufio.NewWriterSize(f, 1<<20)
	fmt.Fprint(w, "<mediawiki xml:lang=\"de\">\n<siteinfo><base>https://wiki.example.org/wiki/Hauptseite</base></siteinfo>\n")
	filler := d.escaped("", 110)
	every := dumpPages / minutes
	for i := range dumpPages {
		title, text := fmt.Sprintf("Artikel %d", i), filler
		if i%every == 0 {
			day := dayOf(i / every).String()
			title = "Bench/" + day + " - Telko"
			text = d.escaped("= Telko "+day+" =\n\n== Anwesend ==\n* Nick Sieben ("+me+")\n\n== Technik ==\n", 90)
		}
		fmt.Fprintf(w, "<page><title>%s</title><ns>0</ns><id>%d</id>\n", title, i+1)
		for v := range history {
			fmt.Fprintf(w, "<revision><id>%d</id><timestamp>%04d-01-01T00:00:00Z</timestamp><model>wikitext</model><text xml:space=\"preserve\">%s</text></revision>\n",
				i*history+v+1, 2001+v, text)
		}
		fmt.Fprint(w, "</page>\n")
	}
	fmt.Fprint(w, "</mediawiki>\n")
	if err := w.Flush(); err != nil {
		return 0, err
	}
	info, err := f.Stat()
	return info.Size(), err
}

// escaped returns a text of some lines as it stands in XML.
func (d *dumps) escaped(head string, lines int) string {
	var b bytes.Buffer
	b.WriteString(head)
	for range lines {
		b.WriteString("* " + d.inventor.sentence(90) + " <ref>siehe \"oben\"</ref>\n")
	}
	var out bytes.Buffer
	_ = xml.EscapeText(&out, b.Bytes()) // a buffer takes everything
	return out.String()
}

// team makes a fresh workspace: an import into one that has the pages already
// would be another measurement.
func (d *dumps) team() (string, error) {
	d.runs++
	settings := workspace.DefaultSettings()
	settings.ID, settings.Team = fmt.Sprintf("dump%d", d.runs), "Bench"
	settings.Series = []workspace.Series{{Key: "telko", Title: "Telko", Page: "Bench/{date} - Telko"}}
	settings.Wiki.API = "https://wiki.example.org/api.php"
	root := filepath.Join(d.dir, settings.ID)
	return root, workspace.Init(root, workspace.InitOptions{Settings: settings, People: []minutes.Person{{Nick: me, Name: "Nick Sieben"}}})
}

// measure imports a dump into fresh workspaces.
func (d *dumps) measure(name, file string, size int64, minutes, runs int) ([]goal, error) {
	environment = append(environment, "XDG_STATE_HOME="+filepath.Join(d.dir, "state"))
	var times []time.Duration
	for range runs {
		root, err := d.team()
		if err != nil {
			return nil, err
		}
		s := &subject{name: "telko import", dir: root, args: []string{d.p.telko, "import", file}}
		begin := time.Now()
		out, err := s.output()
		if err != nil {
			return nil, err
		}
		times = append(times, time.Since(begin))
		if n := lines(out); n != minutes {
			return nil, fmt.Errorf("%s: %d minutes, want %d", name, n, minutes)
		}
	}
	took := median(times)
	mb := float64(size) / 1e6
	root, err := d.team()
	if err != nil {
		return nil, err
	}
	fresh := &subject{name: name, dir: root, args: []string{d.p.telko, "import", file}}
	peak, err := d.peak(fresh)
	if err != nil {
		return nil, err
	}
	if minutes == dumpPages {
		// Reading is promised; what is read becomes files at the pace of a disk.
		read, err := d.read(file)
		return []goal{
			{
				what: "reading a dump: " + name + " (50 ms/MB are 20 MB/s)", value: float64(read) / float64(time.Millisecond) / mb, limit: 50, unit: "ms/MB",
				note: fmt.Sprintf("%.0f MB/s; with all of them made meetings %.1f MB/s", mb/read.Seconds(), mb/took.Seconds()),
			},
			{what: "memory of making them meetings", value: float64(peak) / 1e6, limit: 100, unit: "MB"},
		}, err
	}
	return []goal{
		{
			what: "import of a dump: " + name + " (50 ms/MB are 20 MB/s)", value: float64(took) / float64(time.Millisecond) / mb, limit: 50, unit: "ms/MB",
			note: fmt.Sprintf("%.0f MB/s, %.0f MB in %.1f s", mb/took.Seconds(), mb, took.Seconds()),
		},
		{what: "memory of that", value: float64(peak) / 1e6, limit: 100, unit: "MB"},
	}, nil
}

// peak returns the peak memory of one run of s, in bytes: a second one into the
// same workspace would find everything there.
func (d *dumps) peak(s *subject) (int64, error) {
	self, err := os.Executable()
	if err != nil {
		return 0, err
	}
	c := exec.Command(self, append([]string{peakOf}, s.args...)...)
	c.Dir, c.Env = s.dir, environment
	out, err := c.Output()
	if err != nil {
		return 0, err
	}
	kb, err := strconv.ParseInt(strings.TrimSpace(string(out)), 10, 64)
	return kb * 1024, err
}

// read reads a dump, every text of it, and returns how long that took.
func (d *dumps) read(file string) (time.Duration, error) {
	f, err := os.Open(file)
	if err != nil {
		return 0, err
	}
	defer f.Close()
	begin := time.Now()
	_, err = imports.ReadDump(f, imports.DumpOptions{}, func(imports.DumpInfo, imports.DumpPage) error { return nil })
	return time.Since(begin), err
}
