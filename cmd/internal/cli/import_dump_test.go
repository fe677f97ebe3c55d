package cli

import (
	"io"
	"strings"
	"testing"
)

// What a dump is packed with is seen by its bytes, whatever it is called.
func TestUnpack(t *testing.T) {
	t.Parallel()
	const (
		bzip2 = "\x42\x5a\x68\x39\x31\x41\x59\x26\x53\x59\x03\x9e\x61\xd4\x00\x00\x00\x99\x80\x00\x00\x80\x05\x26\x2a\x00\x80\x20\x00\x22\x0d\x0d\x32\x10\x03\x03\x60\x14\x93\xd4\xfc\x5d\xc9\x14\xe1\x42\x40\x0e\x79\x87\x50"
		gzip  = "\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\x03\xb3\xc9\x4d\x4d\xc9\x4c\x2c\xcf\xcc\xce\xd4\xb7\x03\x00\xa6\x08\xcb\xdf\x0c\x00\x00\x00"
	)
	for _, c := range []struct{ name, bytes, want, err string }{
		{name: "plain.xml", bytes: "<mediawiki/>", want: "<mediawiki/>"},
		{name: "-", bytes: bzip2, want: "<mediawiki/>"},
		{name: "dump.xml", bytes: gzip, want: "<mediawiki/>"},
		{name: "dump.xml.gz", bytes: bzip2, want: "<mediawiki/>"},
		{name: "short.xml", bytes: "<a>", want: "<a>"},
		{name: "none.xml"},
		{name: "-", bytes: "\xfd7zXZ\x00\x00\x04", err: "packed"},
		{name: "dump.xml", bytes: "7z\xbc\xaf\x27\x1c\x00\x04", err: "packed"},
		{name: "dump.xml", bytes: "\x28\xb5\x2f\xfd\x04\x58", err: "packed"},
		{name: "text.xml.gz", bytes: "no gzip at all", err: "gzip"},
	} {
		d := &dumpFile{in: strings.NewReader(c.bytes)}
		if err := d.unpack(c.name); (err == nil) != (c.err == "") || err != nil && !strings.Contains(err.Error(), c.err) {
			t.Errorf("%s %q: %v", c.name, c.bytes, err)
		} else if err == nil {
			if got, err := io.ReadAll(d); string(got) != c.want || err != nil {
				t.Errorf("%s %q: %q, %v", c.name, c.bytes, got, err)
			}
		}
	}
}
