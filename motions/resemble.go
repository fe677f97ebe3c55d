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
	postings [][]posting       // of each feature, in order of motions
	length   []float64         // of each motion: the sum of its features' weights
	whole    []float64         // of each motion: what it scores against itself
	mean     float64           // of length
	written  []string          // of each feature a word that has it, as first written; "" for runs of letters
}

// posting says how much of a feature a motion has.
type posting struct {
	motion int32
	weight float32
}

// Told is what a [Memory] is told of a motion, or asked about.
type Told struct {
	ID    ID // "" for one without
	Title string
	Parts []Passage // text, reasons, amendments and answers count
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
	m.length = make([]float64, len(told))
	var b bag
	for i := range told {
		b.clear()
		m.ids = append(m.ids, told[i].ID)
		m.take(&b, &told[i])
		for _, f := range b.touched {
			w := b.weights[f]
			m.length[i] += w
			m.postings[f] = append(m.postings[f], posting{int32(i), float32(w)})
		}
		m.mean += m.length[i]
	}
	m.mean /= max(1, float64(len(told)))
	m.whole = make([]float64, len(told))
	for _, ps := range m.postings {
		idf := m.idf(len(ps))
		for _, p := range ps {
			m.whole[p.motion] += idf * m.damped(float64(p.weight), m.length[p.motion])
		}
	}
	return m
}

// Like returns at most n motions that resemble q, the most alike first. What
// bears q's id is left out.
func (m *Memory) Like(q Told, n int) []Alike {
	var b bag
	m.take(&b, &q)
	scores := make([]float64, len(m.ids))
	whole := 0.0
	for _, f := range b.touched {
		w := b.weights[f]
		idf := m.idf(len(m.postings[f]))
		whole += idf * m.damped(w, b.length)
		for _, p := range m.postings[f] {
			scores[p.motion] += idf * math.Min(m.damped(float64(p.weight), m.length[p.motion]), m.damped(w, b.length))
		}
	}
	var out []Alike
	for i, id := range m.ids {
		s := scores[i] / math.Sqrt(max(whole*m.whole[i], 1e-9))
		if s >= leastScore && (id == "" || id != q.ID) {
			out = append(out, Alike{Index: i, Score: min(s, 1)})
		}
	}
	slices.SortStableFunc(out, func(x, y Alike) int { return cmp.Compare(y.Score, x.Score) })
	out = out[:min(n, len(out))]
	m.explain(out, &b)
	return out
}

// idf returns what a feature that n motions have is worth.
func (m *Memory) idf(n int) float64 {
	return math.Log(1 + (float64(len(m.ids)-n)+0.5)/(float64(n)+0.5))
}

// damped returns what a weight counts in a motion of this length.
func (m *Memory) damped(w, length float64) float64 {
	return w * (saturation + 1) / (w + saturation*(1-lengthBias+lengthBias*length/max(m.mean, 1)))
}

// explain fills in the words that the motions found share with what was asked
// about.
func (m *Memory) explain(found []Alike, b *bag) {
	fs := slices.DeleteFunc(slices.Clone(b.touched), func(f int) bool { return m.written[f] == "" })
	slices.SortStableFunc(fs, func(x, y int) int { return cmp.Compare(len(m.postings[x]), len(m.postings[y])) })
	for i := range found {
		at := int32(found[i].Index)
		for _, f := range fs {
			_, has := slices.BinarySearchFunc(m.postings[f], at, func(p posting, at int32) int { return cmp.Compare(p.motion, at) })
			if has && len(found[i].Words) < mostWords {
				found[i].Words = append(found[i].Words, m.written[f])
			}
		}
	}
}
