/** What simulated uploaders say in English; every channel, artist, club and film is invented. */
export const english = `
@10 June Holloway; The Paper Lanterns; Kit Marlow; Velvet Static; NOVA REYES; Northern Ferry; Ozzie Quill; Tall Glass of Rain; Mara Vale; DJ Sundial; Lowtown Choir; Saint Arcade; Ivy & the Engines
#new music; music
{channel} - {song} (Official Music Video)
{channel} - {song} (Official Audio)
{channel} – {song} (Lyric Video)
{channel} - {song} | Live Session
{channel} ft. {guest} - {song} [Official Video]
{song} (Acoustic) – {channel}
{channel} - {song} (Official Visualizer)
{channel} – {song} (Dance Practice)
{channel} - {song} 🎹 Piano Version
How we wrote "{song}" | {channel} in the studio
{channel} hears the crowd sing "{song}" for the first time 🥹
!🔴 lofi radio 24/7 – quiet beats to {activity} to 🎧
$song Slow Goodbye; Paper Moon Parade; Half Past Summer; Neon Orchard; Tell the River; Static Hearts; Gold Teeth; Leave the Porch Light On; Undertow; Seventeen Windows; Cartwheel; Midnight Laundry; Wildflower Radio
$guest Little Comet; Rosa Finch; Big Tobin; Juno K; The Understudies; Cass Merrow; Yonder; Elle Parrish; Tin Pan Ellie
$activity study; draw; code; cook; read; relax; knit; write; sleep
@24 The Sofa Verdict; Big Yellow Van; Odd Jobs Club; Late with Lou; Team Tangerine; The Weekend Dare; Quiz Cupboard; Popcorn Alley; Nine Lives TV; Two Left Feet
#challenge; entertainment
I Spent 24 Hours in {spot} 😱
Last to Leave {spot} Wins!
We Tried {challenge} for a Week
{challenge}: Kids vs Grandparents
{show} | Season {n} Premiere (Full Episode)
{show} Final: Everything That Happened
I Built {build} in My Garden
Our Biggest {contest} Yet… Winner Takes It All 🏆
We Let the Internet Decide {decision}
$spot an Empty Water Park; a Giant Cardboard Castle; a Tiny Caravan; the World's Quietest Room; a Treehouse With No Stairs; a Bouncy Castle; a 1970s Office; a Corn Maze; an Old Lighthouse; a Glass Box
$challenge Living Without Phones; Cooking Blindfolded; Speaking Only in Questions; Eating Only Orange Food; Waking Up at 4 AM; Answering Only in Song; Writing With the Wrong Hand; Walking Everywhere Backwards; Life Without Mirrors; Sleeping in Hammocks
$show The Great Shed Bake; Island of Strangers; Beat the Clockmaker; Voices in the Round; Couples on Canvas; The Puzzle House; One Shot Chefs; Dance the Decades; Antique or Not
$build a Roller Coaster; a Secret Library; a Working Cinema; a Giant Marble Run; a Heated Igloo; a Treetop Bridge; a Pizza Oven From Scratch; a Mini Golf Course; a Floating Sauna
$contest Hide and Seek; Scavenger Hunt; Pillow Fort Battle; Paper Plane Contest; Dodgeball Night; Quiz Marathon; Water Balloon War; Treasure Hunt; Cake-Off
$decision Our Road Trip; Our Dinner for a Month; My New Haircut; What We Wear to Work; the Name of Our Boat; Our Living Room Makeover; Which Bus We Take; Our First Marathon; My Whole Weekend
@20 PixelPeggy; Couch Captain; Noodle Plays; SlowRunner; GG Grandma; Frostbyte Finn; TwoTokenTom; HexWitch; LagLord; MossyMiles
#gameplay; gaming
I Survived 100 Days in {game}
{game} but Everything Is {twist}
~{game} – Official Launch Trailer
{game} Update: {change} Are Finally Here!
The Secret Ending of {game} That Nobody Found
Beating {game} With {handicap}
{game} Full Playthrough, Part {n} (No Commentary)
My First Night in {game} Went Very Wrong 💀
!🔴 LIVE: {game} with viewers – come and join
$twist Upside Down; Made of Cheese; 10x Faster; Invisible; Voice Controlled; Random; Black and White; Tiny; Frozen
$change Dragons; Boats; Co-op Dungeons; Night Markets; Rideable Goats; Player Houses; Seasons; Airships; Fishing Rods
$handicap a Dance Mat; a Steering Wheel; One Hand; No Map; My Grandma's Help; a Guitar Controller; No Jumping; a Blindfold; My Cat on the Keyboard
@17 Touchline Daily; Full Time Highlights; Corner Flag; Ringside Report; The Long Run; Slam Dunk Diner; Open Water TV; Paddock Pass; Grassroots Goals
#highlights; sports
{team} v {rival} | Extended Highlights
{team} {score} {rival} – Every Goal
Incredible Comeback! {team} Stun {rival} in the Final Minute 🔥
{athlete} Breaks the {event} Record!
Inside Training With {athlete}
Press Conference: {athlete} on What Comes Next
$score 3-1; 2-2; 4-0; 1-0; 5-4; 2-1; 3-3; 0-2; 6-2
$team Redhill Rovers; Port Alder; Kingsmoor City; Westbrook Athletic; Harwick Wanderers; Ashdown Falcons; Granite Bay; Millbrook United; Eastvale Comets; Silverlake Storm
$rival Dunmere Town; Oakhaven; Castle Bridge; Larkfield; Brindle Hill; Northgate Bears; Lakeport Lions; Marston Vale; Copperfield Kings
$athlete Tess Okafor; Milo Brandt; Ada Lindqvist; Jonah Pike; Priya Raman; Leo Castellane; Hana Whitfield; Sam Adeyemi; Rory Blake
$event 100m; Pole Vault; Marathon; 400m Freestyle; One-Hour Cycling; Long Jump; Rowing; High Dive; Decathlon
@22 Anna Unpacked; The Millers at Home; Slow Sundays; Jake & Jo; Small Boat Diaries; Our Old Farmhouse; Flatmates; Nurse Nell; Walk With Wes; Studio Olive
#daily life; vlog
Our House Tour After {time} of Renovation 🏡
A Day in My Life as {job}
We Bought {property} Without Seeing It…
What I Really Earn as {job}
Life update: {update}
Get ready with me for {occasion}
$time Two Years; 100 Days; One Long Winter; Six Months; Five Years; Three Summers; 40 Weekends; Four Years; Ten Months
$job a Lighthouse Keeper; a Night Shift Nurse; a Train Driver; a Beekeeper; a Zoo Vet; a Bookshop Owner; a Park Ranger; a Ferry Captain; a Pastry Chef; an Arctic Researcher
$property an Abandoned Farmhouse; an Old Fire Station; a 300-Year-Old Cottage; a Narrowboat; a Village School; a Windmill; a Tiny Island Cabin; a Railway Carriage; a Former Bakery
$update we're having twins!; I quit my job; we're moving abroad; the dog is coming home; I passed the exam 🎉; we got engaged; saying goodbye to the van; the shop is open; I ran my first marathon
$occasion my sister's wedding; a first date; exam week; the school run; a job interview; opening night; a rainy Monday; my graduation; our anniversary
@23 Deadpan Alley; Sketchy Business; Mild Panic; Nigel & Nobody; Chuckle Cabinet; Open Mic Basement; Wrong Number Comedy; The Understatement; Half a Joke
#sketch; comedy
When {situation}… 😂
POV: {situation} #shorts
Every {scene} Ever
Stand-up: I Will Never Understand {subject}
$situation the wifi goes down for five minutes; your dad finds the thermostat was touched; the cat joins the video call; you wave back at a stranger; grandma discovers voice messages; the self-checkout judges you; someone says "quick question"; the printer smells fear; you try to leave a party; the group chat plans a trip
$scene Office Printer; Gym Instructor; Airport Announcement; Family Group Chat; Coffee Shop Customer; Weather Presenter; Board Game Night; School Play; Wedding Speech; Elevator Ride
$subject Parking Meters; Yoga; Smart Fridges; Other People's Dogs; Loyalty Cards; Camping; Hotel Pillows; Instructions; Oat Milk
@1 Silverfern Pictures; Reel Harbor; Matchbox Studios; Tall Tale Films; Indigo Screen; One Reel Wonder; Paper Boat Animation; Northlight Cinema; Popcorn Radar
#movie; trailer
~{film} | Official Trailer
~{film} – Official Teaser
~{film} | Exclusive Clip
{film} – Ending Explained: What Did We Miss?
$film The Last Lamplighter; Ember & Ash; Where the Geese Go; A Map of Quiet Places; Orbit of Two; The Kitemaker's Daughter; Midnight on Marlow Street; Salt Road; The Snow Mechanic; Eleven Doors; Goodnight, Captain
@26 Kitchen Window; Sunday Roasters; Budget Bites; Rolling Pin
#cooking; recipe
The Only {dish} Recipe You'll Ever Need
I Asked 10 Chefs How to Make {dish} 😋
@26 Fix It Fiona; Thread & Thimble; The Patient Gardener; Brush & Bristle; Tidy by Ten
#diy; how to
How to {task} Like a Pro
Stop Making This Mistake When You {task}
$dish Garlic Noodles; Banana Bread; Tomato Soup; Cinnamon Rolls; Fried Rice; Lemon Cake; Roast Potatoes; Dumplings; Focaccia; Pancakes; Mac and Cheese
$task Fold a Fitted Sheet; Prune Your Roses; Paint a Door; Sharpen a Knife; Patch a Pair of Jeans; Fix a Dripping Tap; Pack One Bag; Plaster a Wall; Grow Herbs on a Windowsill
@25 Morning Ledger; City Desk; The Daily Compass; North Nine News; Open Council; The Weather Room; The Dispatch Hour
#report; news
{headline} {in}
Weather {in}: {weather}
Explained: Why {topic}
$headline New Bridge Opens; First Night Train Arrives; Thousands Join Lantern Parade; Record Crowd at Book Fair; Rescued Owl Released; Old Cinema Saved by Volunteers; Giant Mural Unveiled; School Wins Science Prize; Street Market Turns 100
$weather Heavy Rain Until Friday; First Frost of the Season; Strong Winds Overnight; Thick Fog on the Roads; Thunderstorms This Evening; Heat Expected to Last; Snow on Higher Ground; Sunshine at Last; Sudden Temperature Drop
$in in the Capital; on the Coast; in the Old Town; in the North; in the Hills; by the River; in the South; on the Islands; in the East
$in@US in Portland; in Tucson; in Cleveland; in Savannah; in Boise; in Milwaukee; in Albuquerque; in Duluth; in Baton Rouge; in Omaha
$in@GB in Leeds; in Swansea; in Aberdeen; in Norwich; in Belfast; in Plymouth; in Hull; in Inverness; in Sheffield; on the Isle of Wight
$topic Everyone Is Baking Bread Again; Trains Are Getting Quieter; Bees Like Cities; We Still Change Our Clocks; Libraries Are Full Again; the Moon Looks Bigger This Week; Oysters Are Coming Back; We Miss Paper Maps; Night Buses Are Back
@28 Bench & Beam; Curious Circuits; Lab Coat Larry; Far Field; The Battery Report; Screenful; Orbit Weekly; Slow Science; Teardown Tina
#review; technology
{gadget} Review: The Truth After 30 Days
I Took the {gadget} Apart and Found This
What Happens If {experiment}?
$experiment You Freeze Honey; a Drone Meets a Giant Bubble; You Ring a Bell in a Vacuum; 1,000 Candles Meet an Ice Block; You Magnify Sand 500 Times; You Spin Water Very Fast; You Film Rain at 100,000 fps; We Stack 500 Magnets; You Boil Water on a Mountain
@15 Barn & Biscuit; Otter Nonsense; Whiskers Weekly; Two Dogs One Sofa; The Hedgehog House; Parrot Parlor; Tiny Hooves
#cute animals; pets
{animal} Meets {sight} for the First Time 🥹
{animal} Refuses to {refusal}
$animal Rescue Puppy; Sleepy Cat; Baby Goat; Three-Legged Fox; Old Greyhound; Talking Parrot; Shy Donkey; Tiny Hedgehog; Giant Rabbit
$sight Snow; Its Own Reflection; a Robot Vacuum; the New Baby; a Duckling; the Sea; a Very Large Ball; a Kind Vet; a Butterfly
$refusal Leave the Bath; Get Off the Bus; Share the Sofa; Go Out in the Rain; Give Back the Slipper; Come Down; Wake Up; Stop Singing; Let the Dog In
@2 Gravel & Gears; Slow Lane Garage; Volt Road; Two Stroke Tales; Barn Find Bureau; Night Shift Motors; Wheelwright Weekly
#restoration; cars
Restoring {car} After 30 Years in a Barn
Driving {car} Across the Whole Country
$car a 1968 Pickup; a Forgotten Roadster; My Grandfather's Tractor; a Rusty Camper Van; a Three-Wheeler; an Old Mail Truck; a Two-Door Coupe; a Double-Decker Bus; a Vintage Scooter
@19 Night Train Diaries; Map Pocket; One Backpack; Off Season; Ferry Tales; Long Way Lou
#travel vlog; travel
{journey}: Is It Worth It?
$journey 48 Hours on a Sleeper Train; The Cheapest Cabin on the Ferry; A Week on Foot; Crossing the Country by Bus; The World's Shortest Flight; A Hotel Made of Ice; Camping on a Frozen Lake; The Highest Cable Car; Three Islands in One Day
@27 Chalk & Cheese; Ten Minute Tutor; The Curious Atlas; Old Maps New Roads; Number Garden; Word Museum
#explained; education
Why {question} | Explained in 10 Minutes
$question Maps Are Always Wrong; Bridges Sing; Rivers Bend; Zero Took So Long; Castles Have Round Towers; Cats Always Land on Their Feet; the Sky Is Dark at Night; Calendars Once Skipped Days; We Say Hello
>Thanks for watching! A new video goes up every week.
>Subscribe and ring the bell so you never miss an upload 🔔
>This one took three days to film with a very small crew.
>Tell us in the comments what we should try next.
>Music used with the kind permission of the artists.
>A big thank you to everybody who helped behind the scenes.
>More photos and outtakes: https://example.com/more
>Watch the whole series in our playlist.
>Subtitles are available – turn them on with the CC button.
>Business enquiries: hello@example.com
>Share this with a friend who needs a good start to the day.
`;
