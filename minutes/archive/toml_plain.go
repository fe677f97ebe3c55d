package archive

import (
	"bytes"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// readPlainTOML decodes src into the struct that v points to if src is as
// plain as what telko and nearly everybody write: tables, arrays of tables, and
// on a line of its own each a bare key with a number, a truth value, a string
// without escapes or an array of such strings. In any doubt it is false, v is
// as it was, and the TOML decoder must read src; where it is true, that one
// would have decoded the same. It is there because every start of telko reads
// two such files, and the decoder takes a tenth of it.
func readPlainTOML(src []byte, v any, d *document) bool {
	if !plainText(src) {
		return false
	}
	root := reflect.ValueOf(v).Elem()
	before := reflect.New(root.Type()).Elem()
	before.Set(root)
	p := &plainTOML{d: d, root: root, tables: map[string]bool{}, count: map[string]int{}}
	p.enter(root)
	p.headers = bytes.Count(src, []byte("[["))
	if p.read(string(src)) {
		return true
	}
	root.Set(before)
	d.forget()
	return false
}

// plainText reports whether src has no sign that TOML may refuse.
func plainText(src []byte) bool {
	for i, c := range src {
		switch {
		case c >= ' ' && c != 0x7f, c == '\n', c == '\t':
		case c == '\r' && i+1 < len(src) && src[i+1] == '\n':
		default:
			return false
		}
	}
	return utf8.Valid(src) && !bytes.HasPrefix(src, []byte("\ufeff"))
}

// plainTOML is the state between two lines.
type plainTOML struct {
	d       *document
	root    reflect.Value
	tables  map[string]bool // that have been begun
	count   map[string]int  // of elements of arrays of tables
	headers int             // of arrays of tables, about
	table   reflect.Value   // the struct that keys go into
	seen    uint64          // its fields that have a value
	done    func()          // puts it in its place, if it is not there
	keys    []tableKeys
}

// tableKeys are the keys of a struct's fields.
type tableKeys struct {
	of   reflect.Type
	keys []string
}

func (p *plainTOML) enter(table reflect.Value) {
	p.table, p.seen = table, 0
}

func (p *plainTOML) read(src string) bool {
	for line := 1; src != ""; line++ {
		var s string
		s, src, _ = strings.Cut(src, "\n")
		s = strings.Trim(s, " \t\r")
		switch {
		case s == "" || s[0] == '#':
		case s[0] == '[':
			if !p.header(s, line) {
				return false
			}
		case !p.pair(s):
			return false
		}
	}
	p.leave()
	return true
}

func (p *plainTOML) leave() {
	if p.done != nil {
		p.done()
		p.done = nil
	}
}

// header takes [a], [a.b] or [[a]].
func (p *plainTOML) header(s string, line int) bool {
	p.leave()
	array := strings.HasPrefix(s, "[[")
	end := "]"
	if array {
		s, end = s[1:], "]]"
	}
	name, rest, ok := strings.Cut(s[1:], end)
	if !ok || !blank(rest) {
		return false
	}
	first, second, two := strings.Cut(name, ".")
	if !bareKey(first) || two && (array || !bareKey(second)) {
		return false
	}
	i := p.index(p.root, first)
	if i < 0 {
		return false
	}
	field := p.root.Field(i)
	p.d.noteKey("", first, line)
	switch {
	case array:
		if field.Kind() != reflect.Slice || field.Type().Elem().Kind() != reflect.Struct {
			return false
		}
		path := first + "." + strconv.Itoa(p.count[first])
		p.count[first]++
		p.d.lines[path] = line
		if field.Len() == field.Cap() {
			field.Grow(max(1, p.headers))
		}
		field.SetLen(field.Len() + 1)
		field.Index(field.Len() - 1).SetZero()
		p.enter(field.Index(field.Len() - 1))
		return true
	case p.tables[name]:
		return false
	}
	p.tables[name] = true
	if !two {
		p.enter(field)
		return field.Kind() == reflect.Struct
	}
	p.d.noteKey(first, second, line)
	if field.Kind() != reflect.Map || field.Type().Elem().Kind() != reflect.Struct {
		return false
	}
	p.enter(reflect.New(field.Type().Elem()).Elem())
	element := p.table
	p.done = func() {
		if field.IsNil() {
			field.Set(reflect.MakeMap(field.Type()))
		}
		field.SetMapIndex(reflect.ValueOf(second), element)
	}
	return true
}

// pair takes a key and its value.
func (p *plainTOML) pair(s string) bool {
	key, rest, ok := strings.Cut(s, "=")
	key, rest = strings.TrimRight(key, " \t"), strings.TrimLeft(rest, " \t")
	if !ok || !bareKey(key) {
		return false
	}
	i := p.index(p.table, key)
	if i < 0 || p.seen&(1<<i) != 0 {
		return false
	}
	p.seen |= 1 << i
	switch field := p.table.Field(i); field.Kind() {
	case reflect.String:
		text, rest, ok := plainString(rest)
		if !ok || !blank(rest) {
			return false
		}
		field.SetString(text)
	case reflect.Int, reflect.Bool:
		word, _, _ := strings.Cut(rest, "#")
		return plainWord(field, strings.TrimRight(word, " \t"))
	case reflect.Slice:
		texts, rest, ok := plainStrings(rest)
		if !ok || !blank(rest) || field.Type().Elem().Kind() != reflect.String {
			return false
		}
		field.Set(reflect.ValueOf(texts))
	default:
		return false
	}
	return true
}

// index returns which field of a struct a key is for, -1 if none.
func (p *plainTOML) index(table reflect.Value, key string) int {
	of := table.Type()
	for _, k := range p.keys {
		if k.of == of {
			return slices.Index(k.keys, key)
		}
	}
	k := tableKeys{of: of}
	for i := range of.NumField() {
		k.keys = append(k.keys, of.Field(i).Tag.Get("toml"))
	}
	p.keys = append(p.keys, k)
	return slices.Index(k.keys, key)
}

// plainString reads a string in double quotes at the start of s.
func plainString(s string) (text, rest string, ok bool) {
	if s == "" || s[0] != '"' {
		return "", s, false
	}
	i := strings.IndexAny(s[1:], `"\`)
	if i < 0 || s[1+i] == '\\' {
		return "", s, false
	}
	return s[1 : 1+i], s[2+i:], !strings.HasPrefix(s, `"""`)
}

// plainStrings reads an array of strings, all on one line, at the start of s.
func plainStrings(s string) (texts []string, rest string, ok bool) {
	for sep := byte('['); ; sep = ',' {
		if s == "" || s[0] != sep {
			return nil, s, false
		}
		var text string
		if text, s, ok = plainString(strings.TrimLeft(s[1:], " \t")); !ok {
			return nil, s, false
		}
		texts = append(texts, text)
		if s = strings.TrimLeft(s, " \t"); strings.HasPrefix(s, "]") {
			return texts, s[1:], true
		}
	}
}

// plainWord sets a number without sign, or true or false.
func plainWord(field reflect.Value, word string) bool {
	if field.Kind() == reflect.Bool {
		field.SetBool(word == "true")
		return word == "true" || word == "false"
	}
	if len(word) == 0 || len(word) > 9 || len(word) > 1 && word[0] == '0' || strings.Trim(word, "0123456789") != "" {
		return false
	}
	n, err := strconv.Atoi(word)
	field.SetInt(int64(n))
	return err == nil
}

// blank reports whether nothing but a comment follows a value.
func blank(s string) bool {
	s = strings.TrimLeft(s, " \t")
	return s == "" || s[0] == '#'
}

func bareKey(s string) bool {
	for i := range len(s) {
		if c := s[i]; (c|0x20 < 'a' || c|0x20 > 'z') && (c < '0' || c > '9') && c != '-' && c != '_' {
			return false
		}
	}
	return s != ""
}
