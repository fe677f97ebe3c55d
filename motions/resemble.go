package motions

import (
	"cmp"
	"math"
	"slices"
)

// Memory finds the motions that resemble another, so that whoever answers one
// sees what was answered before. It knows words, not meanings: two motions
// that ask for one thing in different words, or in different languages, it
// does not find.
//
// # How
//
// A motion is a bag of features: the stems of its words ([stem] takes umlauts,
// their transcriptions and inflection away), and of each stem the runs of
// gramLen letters in it, so that "Serverausfall" has something of "Ausfall"
// and "Dienstleiter" much of "Dienstleister". Words of the title count more,
// those of answers less: they were not asked for, but motions that got one
// answer were about one thing.
//
// A feature is worth the more the fewer motions have it, and the same again is
// worth less each time (Okapi BM25). The score is the sum over features that
// both have, as a share of what the motion asked about scores against itself.
// To build a Memory takes one pass over the texts, to ask it one over the
// motions that share a feature. It is not for several goroutines at once.
type Memory struct {
	ids      []ID
	features map[string]int    // the stem or run of a feature to its index in postings
	words    map[string]*forms // by how they are written
	postings [][]share         // of each feature, in order of motions
	bags     [][]share         // of each motion, in order of its words
	whole    []float64         // of each motion: what it scores against itself
	mean     float64           // how much the features of a motion weigh together
	written  []string          // of each feature a word that has it, as first written; "" for runs of letters
}

// share says how much of a feature a motion has: of is the one or the other, as
// the list is about the other.
type share struct {
	of  uint32
	has uint16 // what its weight counts, in parts of the most that any counts
}

// Told is what a [Memory] is told of a motion, or asked about.
type Told struct {
	ID    ID // "" for one without
	Title string
	Parts []Passage // text, reasons, amendments and answers count
}

// Equal reports whether t and o are the same to a memory.
func (t Told) Equal(o Told) bool {
	return t.ID == o.ID && t.Title == o.Title &&
		slices.EqualFunc(t.Parts, o.Parts, func(p, q Passage) bool { return p.Kind == q.Kind && p.Text == q.Text })
}

// Told returns what to tell a memory of m.
func (m *Motion) Told() Told { return Told{m.ID, m.Title, m.Parts} }

// Told returns what to tell a memory of r, whose Parts must be there.
func (r *Record) Told() Told {
	t := Told{r.ID, r.Title, make([]Passage, 0, len(r.Parts))}
	for i := range r.Parts {
		if !r.Parts[i].Repeated {
			t.Parts = append(t.Parts, r.Parts[i].Passage)
		}
	}
	return t
}

// Alike is a motion that resembles the one asked about.
type Alike struct {
	Index int      // among those that the memory was told
	Score float64  // 0 to 1, both ways the same
	Words []string // of both, those that tell most first, as somebody wrote them
}

const (
	saturation = 1.2  // BM25's k1: how soon the same again is worth nothing
	lengthBias = 0.6  // BM25's b: how much longer motions need more
	leastScore = 0.08 // below it, what two motions share is what any two share
	mostWords  = 4    // of Alike.Words
)

// NewMemory returns a memory of these motions. It keeps none of their texts but
// the words.
func NewMemory(told []Told) *Memory {
	m := &Memory{features: map[string]int{}, words: map[string]*forms{}}
	n := len(told)
	m.ids, m.bags, m.whole = make([]ID, n), make([][]share, n), make([]float64, n)
	type heavy struct {
		feature int
		weight  float64
	}
	bags, lengths := make([][]heavy, n), make([]float64, n)
	var b bag
	for i := range told {
		b.clear()
		m.ids[i] = told[i].ID
		m.take(&b, &told[i])
		lengths[i] = b.length
		m.mean += b.length
		bags[i] = make([]heavy, len(b.touched))
		for k, f := range b.touched {
			bags[i][k] = heavy{f, b.weights[f]}
		}
	}
	m.mean /= max(1, float64(n))
	for i, of := range bags {
		m.bags[i] = make([]share, len(of))
		for k, h := range of {
			has := m.counts(h.weight, lengths[i])
			m.bags[i][k] = share{uint32(h.feature), has}
			m.postings[h.feature] = append(m.postings[h.feature], share{uint32(i), has})
		}
	}
	for i, of := range m.bags {
		for _, s := range of {
			m.whole[i] += idf(len(m.postings[s.of]), n) * float64(s.has)
		}
	}
	return m
}

// Like returns at most n motions that resemble q, the most alike first. What
// bears q's id is left out.
func (m *Memory) Like(q Told, n int) []Alike {
	var b bag
	m.take(&b, &q)
	asked := make([]share, len(b.touched))
	for i, f := range b.touched {
		asked[i] = share{uint32(f), m.counts(b.weights[f], b.length)}
	}
	s := search{whole: m.whole, postings: func(f uint32) []share { return m.postings[f] }, written: func(f uint32) string { return m.written[f] }}
	return s.like(asked, n, func(i int) bool { return q.ID != "" && m.ids[i] == q.ID })
}

// counts returns what a weight counts in a motion whose weights have this sum:
// the same again counts the less the longer the motion.
func (m *Memory) counts(w, length float64) uint16 {
	return uint16(math.MaxUint16 * w / (w + saturation*(1-lengthBias+lengthBias*length/max(m.mean, 1))))
}

// search looks for motions, wherever what is known of them is kept.
type search struct {
	whole    []float64              // of each motion
	postings func(f uint32) []share // of a feature, until it is called again
	written  func(f uint32) string  // a word that has a feature, "" if it is none to show
}

// like returns at most n motions that have the features asked, but for those
// left out.
func (s *search) like(asked []share, n int, leftOut func(i int) bool) []Alike {
	scores := make([]float64, len(s.whole))
	rarity := make([]int, len(asked)) // how many motions have a feature
	whole := 0.0
	for k, q := range asked {
		ps := s.postings(q.of)
		rarity[k] = len(ps)
		idf := idf(len(ps), len(s.whole))
		whole += idf * float64(q.has)
		for _, p := range ps {
			scores[p.of] += idf * float64(min(p.has, q.has))
		}
	}
	var out []Alike
	for i, shared := range scores {
		score := shared / math.Sqrt(max(whole*s.whole[i], 1e-9))
		if score >= leastScore && !leftOut(i) {
			out = append(out, Alike{Index: i, Score: min(score, 1)})
		}
	}
	slices.SortStableFunc(out, func(x, y Alike) int { return cmp.Compare(y.Score, x.Score) })
	out = out[:min(n, len(out))]
	s.explain(out, asked, rarity)
	return out
}

// idf returns what a feature that has of n motions have is worth.
func idf(has, n int) float64 { return math.Log(1 + (float64(n-has)+0.5)/(float64(has)+0.5)) }

// explain fills in the words that the motions found share with what was asked
// about.
func (s *search) explain(found []Alike, asked []share, rarity []int) {
	order := make([]int, len(asked))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(x, y int) int { return cmp.Compare(rarity[x], rarity[y]) })
	left := len(found)
	for _, k := range order {
		if left == 0 {
			return
		}
		if rarity[k] == 0 {
			continue
		}
		word := s.written(asked[k].of)
		if word == "" {
			continue
		}
		ps := s.postings(asked[k].of)
		for i := range found {
			_, has := slices.BinarySearchFunc(ps, uint32(found[i].Index), func(p share, at uint32) int { return cmp.Compare(p.of, at) })
			if has && len(found[i].Words) < mostWords {
				if found[i].Words = append(found[i].Words, word); len(found[i].Words) == mostWords {
					left--
				}
			}
		}
	}
}
