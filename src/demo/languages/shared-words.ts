/** Words that need no translation. Every game and device is invented. */
export const sharedWords = `
$game Hollow Harvest; Starfall Odyssey; Drift Kings Zero; Ironwood Siege; Neon Courier; Blockhaven; Mooncrab Island; Tiny Tactics; Deep Below; Castle Cartographer
$gadget Lumo Fold 3; Kestrel Watch X; Nimbus Pad; Orba Buds; Tessel Phone 5; Pippo Drone Mini; Halo Bike E2; Vanta Book 14; Quill Reader; Brizo Cam 4
$score 3:1; 2:2; 4:0; 1:0; 5:4; 2:1; 3:3; 0:2; 6:2
`;
