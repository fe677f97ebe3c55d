package demo

import "telko/minutes"

// Me is the person the demo is shown to: jola always has something overdue,
// something open and something done.
const Me = "jola"

// cast are the people of the demo, as its people.toml has them.
var cast = []minutes.Person{
	{Nick: "jola", Name: "Jola Brandt", Wiki: "Jola"},
	{Nick: "mika", Name: "Mika Osterloh", Wiki: "Mika O", Groups: []string{"admins"}},
	{Nick: "tarek", Name: "Tarek Winkler", Aliases: []string{"tw"}, Groups: []string{"admins"}},
	{Nick: "fenja", Name: "Fenja Lorenz", Wiki: "Fenja"},
	{Nick: "ruben", Name: "Ruben Achterberg"},
	{Nick: "ilka", Name: "Ilka Sommerfeld", Groups: []string{"admins"}},
	{Nick: "bo", Name: "Bo Henning"},
	{Nick: "smilla", Name: "Smilla Voss", Wiki: "Smilla Voss"},
	{Nick: "piak", Name: "Pia Kessler", Guest: true},
	{Nick: "orla", Name: "Orla Thiel", Guest: true},
}

// members and guests of the cast, by what people.toml says of them.
func members() (members, guests []minutes.Person) {
	for _, p := range cast {
		if p.Guest {
			guests = append(guests, p)
		} else {
			members = append(members, p)
		}
	}
	return members, guests
}
