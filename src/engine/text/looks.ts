/** Colours and finishes, folded: what tells the same thing apart in every shop. */
export const LOOKS =
  '(?:negr[oa]|blanc[oa]|roj[oa]|azul(?:es)?|verdes?|amarill[oa]|rosad[oa]|ros[ao]|gris(?:es)?|cafes?|morad[oa]|lila|celestes?|naranj[oa]|beige|crema|dorad[oa]|platead[oa]|burdeos?|fucsia|turquesa|nude|mostaza|terracota|coral|menta|lavanda|marfil|natural|transparente|gamuza|petroleo|calipso|clar[oa]|oscur[oa])s?'
