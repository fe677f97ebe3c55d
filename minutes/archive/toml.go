package archive

import (
	"bytes"
	"errors"
	"fmt"
	"reflect"
	"strconv"
	"strings"

	"github.com/pelletier/go-toml/v2"
	"github.com/pelletier/go-toml/v2/unstable"

	"telko/minutes"
	"telko/minutes/lang"
)

// document is a TOML file that has been read, with the lines its keys stand
// on, so that a value can be refused where it stands.
type document struct {
	name  string
	src   []byte
	plain bool                // lines and under have only tables so far
	lines map[string]int      // by dotted path; elements of arrays of tables as person.0.nick
	under map[string][]string // sub-keys of a path, in the order of the file
}

// readTOML decodes src into v. An unknown key, a wrong type and broken TOML
// are *minutes.LineError that say what is allowed.
func readTOML(name string, src []byte, v any) (*document, error) {
	d := &document{name: name, src: src}
	d.forget()
	if d.plain = readPlainTOML(src, v, d); d.plain {
		return d, nil
	}
	return decodeTOML(name, src, v)
}

// decodeTOML is readTOML for all that is TOML.
func decodeTOML(name string, src []byte, v any) (*document, error) {
	d := &document{name: name, src: src}
	d.forget()
	dec := toml.NewDecoder(bytes.NewReader(src)).DisallowUnknownFields()
	if err := dec.Decode(v); err != nil {
		return nil, tomlError(name, src, v, err)
	}
	d.walk()
	return d, nil
}

func (d *document) forget() { d.lines, d.under = map[string]int{}, map[string][]string{} }

// fail returns the error that the value at path cannot be, on its line.
func (d *document) fail(path string, err error) error {
	if d.plain {
		d.forget()
		d.walk()
	}
	return &minutes.LineError{File: d.name, Line: d.line(path), Err: err}
}

// line returns the line of path, or of what is around it.
func (d *document) line(path string) int {
	for {
		if line, ok := d.lines[path]; ok {
			return line
		}
		i := strings.LastIndexByte(path, '.')
		if i < 0 {
			return 1
		}
		path = path[:i]
	}
}

// walk notes the lines of all keys.
func (d *document) walk() {
	var p unstable.Parser
	p.Reset(d.src)
	table := ""
	count := map[string]int{}
	at := lineCounter{src: d.src, line: 1}
	for p.NextExpression() {
		e := p.Expression()
		switch e.Kind {
		case unstable.Table:
			table = d.note("", e.Key(), &at)
		case unstable.ArrayTable:
			path := d.note("", e.Key(), &at)
			table = path + "." + strconv.Itoa(count[path])
			count[path]++
			d.lines[table] = at.line
		case unstable.KeyValue:
			d.pair(table, e, &at)
		}
	}
}

func (d *document) pair(table string, e *unstable.Node, at *lineCounter) {
	path := d.note(table, e.Key(), at)
	if v := e.Value(); v.Kind == unstable.InlineTable {
		for it := v.Children(); it.Next(); {
			d.pair(path, it.Node(), at)
		}
	}
}

// note records the line of a dotted key and of every part of it that is new.
func (d *document) note(path string, key unstable.Iterator, at *lineCounter) string {
	for key.Next() {
		n := key.Node()
		at.move(int(n.Raw.Offset))
		path = d.noteKey(path, string(n.Data), at.line)
	}
	return path
}

// noteKey records the line of a key below parent if it is new, and returns its
// path.
func (d *document) noteKey(parent, key string, line int) string {
	path := key
	if parent != "" {
		path = parent + "." + key
	}
	if _, ok := d.lines[path]; !ok {
		d.lines[path] = line
		d.under[parent] = append(d.under[parent], key)
	}
	return path
}

// lineCounter turns growing offsets into line numbers.
type lineCounter struct {
	src       []byte
	pos, line int
}

func (c *lineCounter) move(offset int) {
	if offset > c.pos {
		c.line += bytes.Count(c.src[c.pos:offset], []byte("\n"))
		c.pos = offset
	}
}

// tomlError says in the user's words what the decoder refused.
func tomlError(name string, src []byte, v any, err error) error {
	var unknown *toml.StrictMissingError
	if errors.As(err, &unknown) && len(unknown.Errors) > 0 {
		first := unknown.Errors[0]
		line, _ := first.Position()
		key := first.Key()
		allowed := allowedKeys(reflect.TypeOf(v), key)
		return &minutes.LineError{
			File: name, Line: line,
			Err: lang.E(lang.ArchiveUnknownKey, strings.Join(key, ".")).Hint(lang.ArchiveAllowedKeys, strings.Join(allowed, ", ")),
		}
	}
	var bad *toml.DecodeError
	if errors.As(err, &bad) {
		line, _ := bad.Position()
		// The library has no type for what is there twice, only its words.
		if strings.Contains(bad.Error(), " is already defined") || strings.HasSuffix(bad.Error(), " already exists") {
			return &minutes.LineError{File: name, Line: line, Err: lang.E(lang.ArchiveKeyTwice, strings.Join(bad.Key(), "."))}
		}
		if want, ok := wanted(reflect.TypeOf(v), bad.Key()); ok {
			return &minutes.LineError{File: name, Line: line, Err: lang.E(lang.ArchiveWrongType, strings.Join(bad.Key(), "."), want)}
		}
		return &minutes.LineError{File: name, Line: line, Err: lang.E(lang.ArchiveBadTOML, strings.TrimPrefix(bad.Error(), "toml: "))}
	}
	return fmt.Errorf("%s: %w", name, err)
}

// allowedKeys lists what may stand where the last known part of key is.
func allowedKeys(t reflect.Type, key []string) []string {
	for {
		t = element(t)
		f, ok := fieldOf(t, key)
		if !ok || len(key) == 0 {
			break
		}
		t, key = f, key[1:]
	}
	if t.Kind() != reflect.Struct {
		return nil
	}
	var out []string
	for i := range t.NumField() {
		out = append(out, t.Field(i).Tag.Get("toml"))
	}
	return out
}

// wanted describes the type that the value at key must have.
func wanted(t reflect.Type, key []string) (lang.Text, bool) {
	if len(key) == 0 {
		return lang.Text{}, false
	}
	for len(key) > 0 {
		f, ok := fieldOf(element(t), key)
		if !ok {
			return lang.Text{}, false
		}
		t, key = f, key[1:]
	}
	switch t.Kind() {
	case reflect.String:
		return lang.ArchiveTypeString, true
	case reflect.Int:
		return lang.ArchiveTypeNumber, true
	case reflect.Bool:
		return lang.ArchiveTypeBool, true
	case reflect.Slice:
		if t.Elem().Kind() == reflect.String {
			return lang.ArchiveTypeStrings, true
		}
		return lang.ArchiveTypeTables, true
	default:
		return lang.ArchiveTypeTable, true
	}
}

// element strips pointers and slices.
func element(t reflect.Type) reflect.Type {
	for t.Kind() == reflect.Pointer || t.Kind() == reflect.Slice {
		t = t.Elem()
	}
	return t
}

func fieldOf(t reflect.Type, key []string) (reflect.Type, bool) {
	if len(key) == 0 {
		return nil, false
	}
	switch t.Kind() {
	case reflect.Map:
		return t.Elem(), true
	case reflect.Struct:
		for i := range t.NumField() {
			if t.Field(i).Tag.Get("toml") == key[0] {
				return t.Field(i).Type, true
			}
		}
	}
	return nil, false
}
