package wikitext

// String returns the kind's name, which stays the same: convert's JSON has it.
func (k NodeKind) String() string {
	switch k {
	case TextNode:
		return "text"
	case QuoteNode:
		return "quotes"
	case LinkNode:
		return "link"
	case ExternalNode:
		return "external link"
	case URLNode:
		return "address"
	case TagNode:
		return "tag"
	case EntityNode:
		return "entity"
	case CommentNode:
		return "comment"
	case NowikiNode:
		return "nowiki"
	case ExtNode:
		return "extension"
	case TemplateNode:
		return "template"
	case SwitchNode:
		return "switch"
	case SignNode:
		return "signature"
	}
	return k.treeName()
}

// treeName names the kinds that only a tree has.
func (k NodeKind) treeName() string {
	switch k {
	case PageNode:
		return "page"
	case HeadingNode:
		return "heading"
	case ListNode:
		return "list"
	case ItemNode:
		return "item"
	case ParagraphNode:
		return "paragraph"
	case PreNode:
		return "pre"
	case RuleNode:
		return "rule"
	case TableNode:
		return "table"
	case CaptionNode:
		return "caption"
	case RowNode:
		return "row"
	case HeaderNode:
		return "header"
	case CellNode:
		return "cell"
	case ElementNode:
		return "element"
	case ArgumentNode:
		return "argument"
	case ParamNode:
		return "parameter"
	case NameNode:
		return "name"
	case ValueNode:
		return "value"
	case TargetNode:
		return "target"
	case LabelNode:
		return "label"
	case AttrNode:
		return "attributes"
	case MarkNode:
		return "mark"
	case SpaceNode:
		return "space"
	}
	return "unknown"
}
