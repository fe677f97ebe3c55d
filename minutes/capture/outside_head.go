package capture

import (
	"strings"

	"telko/minutes"
)

// keyValues are the values of a head, with the title.
type keyValues struct {
	order []string
	value map[string]string
}

// headKeys takes a head apart, line by line.
func headKeys(head string) keyValues {
	k := keyValues{value: map[string]string{}}
	fences := 0
	for line := range strings.SplitSeq(head, "\n") {
		if strings.TrimSpace(line) == "---" && fences < 2 {
			fences++
			continue
		}
		key, value, ok := strings.Cut(line, ":")
		if title, is := strings.CutPrefix(line, "# "); is && fences != 1 {
			key, value, ok = titleKey, title, true
		} else if fences != 1 {
			continue
		}
		key = strings.TrimSpace(key)
		if _, twice := k.value[key]; !ok || twice {
			continue
		}
		k.order = append(k.order, key)
		k.value[key] = strings.TrimSpace(value)
	}
	return k
}

// setHead takes over the head that another program wrote. One that could not be
// read changes nothing.
func (d *document) setHead(e *Event) {
	p, name := &d.public, d.name
	if e.Secret {
		p, name = &d.private, privateOf(d.name)
	}
	head := strings.ReplaceAll(e.Text, "\n", p.nl)
	m, err := minutes.ParseHead(name, []byte(head), d.ctx)
	if err != nil || e.Secret && !p.there {
		return
	}
	p.head = head
	if !e.Secret {
		d.meeting = m
		d.settledRoll = -1 // dates in words may count from another day
	}
	d.dirty = true
}

// privateOf returns the path of the private file beside a public one.
func privateOf(name string) string {
	return strings.TrimSuffix(name, ".md") + minutes.PrivateSuffix + ".md"
}
