import { happens, weighted } from '../random.ts';
import type { Names } from './names.ts';

/**
 * How often names occur, in thousands of people. Given names: births in the United States, by the Social Security
 * Administration. Surnames: census of 2000 by the United States Census Bureau. Both are works of the United States
 * Government, without copyright.
 */
const WOMEN =
  'Mary 4110,Elizabeth 1655,Patricia 1572,Jennifer 1469,Linda 1453,Barbara 1434,Margaret 1250,Susan 1121,' +
  'Dorothy 1109,Sarah 1083,Jessica 1048,Helen 1019,Nancy 1002,Betty 999,Karen 987,Lisa 966,Anna 894,' +
  'Sandra 874,Emily 871,Ashley 851,Kimberly 841,Donna 831,Ruth 828,Carol 816,Michelle 813,Laura 795,' +
  'Amanda 787,Melissa 756,Rebecca 751,Stephanie 742,Deborah 741,Sharon 722,Emma 715,Kathleen 712,' +
  'Cynthia 710,Amy 695,Shirley 685,Angela 668,Catherine 661,Virginia 649,Katherine 642,Brenda 607,' +
  'Evelyn 602,Pamela 594,Nicole 590,Frances 590,Christine 585,Samantha 583,Alice 569,Rachel 568,Janet 556,' +
  'Carolyn 555,Maria 553,Debra 550,Martha 546,Marie 536,Heather 525,Diane 518,Grace 511,Victoria 509,' +
  'Julie 509,Joyce 508,Olivia 506,Rose 488,Joan 480,Christina 477,Kelly 472,Lauren 471,Ann 468,Julia 464';
const MEN =
  'James 5185,John 5122,Robert 4827,Michael 4391,William 4128,David 3644,Joseph 2631,Richard 2568,' +
  'Charles 2396,Thomas 2324,Christopher 2048,Daniel 1946,Matthew 1625,Anthony 1462,George 1461,Donald 1413,' +
  'Paul 1391,Mark 1356,Andrew 1308,Edward 1289,Steven 1287,Kenneth 1278,Joshua 1228,Kevin 1177,Brian 1169,' +
  'Ronald 1080,Timothy 1076,Jason 1042,Jeffrey 977,Jacob 959,Ryan 948,Nicholas 912,Frank 904,Gary 901,' +
  'Eric 883,Stephen 860,Jonathan 854,Larry 806,Benjamin 784,Samuel 783,Justin 783,Raymond 775,Scott 772,' +
  'Brandon 764,Jack 721,Henry 715,Gregory 709,Alexander 703,Patrick 679,Walter 620,Dennis 618,Jerry 613,' +
  'Aaron 596,Tyler 595,Peter 580,Jose 576,Nathan 566,Adam 565,Douglas 558,Harold 550,Zachary 543,Arthur 531,' +
  'Carl 502,Albert 485,Kyle 482,Lawrence 458,Ethan 454,Joe 450,Noah 450,Gerald 448';
const SURNAMES =
  'Smith 2376,Johnson 1857,Williams 1534,Brown 1380,Jones 1362,Miller 1127,Davis 1072,Garcia 858,Rodriguez 804,' +
  'Wilson 783,Martinez 775,Anderson 762,Taylor 720,Thomas 710,Hernandez 706,Moore 698,Martin 672,Jackson 666,' +
  'Thompson 644,White 639,Lopez 621,Lee 605,Gonzalez 597,Harris 593,Clark 548,Lewis 509,Robinson 503,Walker 501,' +
  'Perez 488,Hall 473,Young 465,Allen 463,Sanchez 441,Wright 440,King 438,Scott 420,Adams 413,Baker 413,' +
  'Green 413,Nelson 412,Hill 411,Ramirez 388,Campbell 371,Mitchell 367,Roberts 366,Carter 362,Phillips 351,' +
  'Evans 342,Turner 335,Torres 325,Parker 324,Collins 317,Edwards 317,Flores 312,Stewart 312,Morris 311,' +
  'Nguyen 310,Murphy 300,Rivera 299,Cook 294,Rogers 294,Morgan 276,Peterson 275,Cooper 270,Reed 267,Bailey 265,' +
  'Bell 264,Gomez 263,Kelly 260,Howard 254,Ward 254,Cox 253,Diaz 251,Richardson 249,Wood 247,Watson 242,' +
  'Brooks 240,Bennett 239,Gray 236,James 233,Reyes 232,Cruz 231,Hughes 229,Price 228,Myers 224,Long 223,' +
  'Foster 221,Sanders 220,Ross 219,Morales 217,Powell 216,Russell 215,Sullivan 215,Ortiz 214,Jenkins 213,' +
  'Gutierrez 212,Perry 212,Barnes 210,Butler 210,Fisher 210,Henderson 210,Coleman 208,Simmons 201,Patterson 198,' +
  'Jordan 197,Reynolds 195,Graham 194,Hamilton 194,Kim 194,Alexander 193,Gonzales 193,Ramos 193,Griffin 190,' +
  'Wallace 190,West 188,Cole 187,Hayes 187,Chavez 185,Gibson 184,Bryant 183,Ellis 181,Stevens 181,Ford 178,' +
  'Murray 178,Marshall 177,McDonald 176,Owens 176,Harrison 175,Ruiz 175,Kennedy 171,Wells 170,Alvarez 168,' +
  'Mendoza 168,Woods 168,Castillo 165,Olson 163,Washington 163,Webb 163,Burns 162,Freeman 162,Tucker 162,' +
  'Henry 161,Snyder 159,Vasquez 159,Crawford 158,Simpson 158,Jimenez 157,Porter 156,Mason 155,Shaw 155,' +
  'Gordon 154,Hunter 154,Wagner 154,Hicks 153,Romero 153,Dixon 152,Hunt 151,Black 150,Holmes 150,Palmer 150,' +
  'Robertson 150,Boyd 149,Meyer 149,Stone 149,Fox 147,Mills 147,Warren 147,Moreno 146,Rice 146,Rose 146,' +
  'Patel 145,Schmidt 145,Ferguson 142,Nichols 141,Herrera 140,Fernandez 139,Medina 139,Ryan 139,Daniels 138,' +
  'Gardner 138,Payne 138,Stephens 138,Weaver 138,Kelley 137,Arnold 136,Dunn 136,Pierce 136,Tran 136,Grant 134,' +
  'Hawkins 134,Peters 134,Spencer 134,Castro 133,Hansen 133,Elliott 132,Hart 132,Hoffman 132,Bradley 131,' +
  'Carroll 131,Cunningham 131,Knight 131,Duncan 130,Hudson 130,Andrews 129,Armstrong 129,Berry 129,Johnston 128,' +
  'Lane 128,Ray 128,Carpenter 127,Riley 127,Aguilar 126,Perkins 126,Silva 126,Richards 125,Willis 125,' +
  'Chapman 124,Garza 124,Lawrence 124,Matthews 124,Vargas 123,Watkins 122,Larson 121,Wheeler 121,Carlson 120,' +
  'Burke 119,George 119,Greene 119,Harper 119,Guzman 118,Morrison 117,Munoz 117,Jacobs 115,Lawson 115,Obrien 115,' +
  'Bishop 114,Franklin 114,Lynch 114,Austin 113,Carr 113,Salazar 113,Gilbert 112,Harvey 112,Jensen 112,' +
  'Mendez 112,Montgomery 112,Williamson 112,Oliver 111,Dean 109,Hanson 109,Howell 109,Burton 107,Garrett 107,' +
  'Sims 107,Weber 107,Fuller 106,McCoy 106,Soto 106,Chen 105,Welch 105,Reid 104,Schultz 104,Walters 104,' +
  'Fields 103,Walsh 103,Bowman 102,Davidson 102,Fowler 102,Little 102,Day 101,May 101,Brewer 100,Lucas 100,' +
  'Newman 100,Schneider 100,Banks 99,Holland 99,Wong 99,Curtis 98,Delgado 98,Pearson 98,Pena 98,Santos 98,' +
  'Valdez 98,Douglas 96,Rios 96,Sandoval 96,Barrett 95,Guerrero 94,Hopkins 94,Keller 94,Alvarado 93,Bates 93,' +
  'Beck 93,Ortega 93,Stanley 93,Barnett 92,Contreras 92,Estrada 92,Wade 92,Caldwell 91,Chambers 90,Lambert 90,' +
  'Nunez 90,Powers 90,Santiago 90,Craig 89,Leonard 89,Lowe 89,Becker 88,Byrd 88,Frazier 88,Gregory 88,' +
  'Maldonado 88,Rhodes 88,Shelton 88,Cohen 87,Fleming 87,Jennings 87,Sutton 87,Vega 87,McDaniel 86,Parks 86,' +
  'Watts 86,Barker 85,Norris 85,Vaughn 85,Benson 84,Holt 84,Schwartz 84,Steele 84,Vazquez 84,Dominguez 83,' +
  'Horton 83,Neal 83,Terry 83,Wolfe 83,Graves 82,Hale 82,Haynes 82,Lyons 82,Bush 81,Mann 81,McCarthy 81,Miles 81,' +
  'Padilla 81,Park 81,Thornton 81,Warner 81,Dawson 80,Erickson 80,Fletcher 80,Joseph 80,McKinney 80,Page 80,' +
  'Zimmerman 80,Baldwin 79,Espinoza 79,Klein 79,Marquez 79,Reeves 79,Higgins 78,Love 78,Moran 78,Robbins 78,' +
  'Ball 77,Bowen 77,Cortez 77,Griffith 77,Le 77,Acosta 76,Barber 76,Chandler 76,Cummings 76,Hardy 76,Luna 76,' +
  'Ramsey 76,Sharp 76,Swanson 76,Blair 75,Cross 75,Daniel 75,Dennis 74,Gross 74,Oconnor 74,Quinn 74,Simon 74,' +
  'Doyle 73,Fitzgerald 73,McLaughlin 73,Moss 73,Navarro 73,Rodgers 73,Rojas 73,Figueroa 72,Garner 72,Harmon 72,' +
  'Manning 72,Newton 72,Paul 72';

/** The census has no accents. A third of the people with these names write them. */
const ACCENTED: Readonly<Record<string, string>> = {
  ...{ Garcia: 'García', Rodriguez: 'Rodríguez', Martinez: 'Martínez', Hernandez: 'Hernández', Lopez: 'López' },
  ...{ Gonzalez: 'González', Perez: 'Pérez', Sanchez: 'Sánchez', Ramirez: 'Ramírez', Gomez: 'Gómez', Diaz: 'Díaz' },
  ...{ Gutierrez: 'Gutiérrez', Jose: 'José' },
};
const ACCENTED_PERCENT = 33;

function accented(choose: Names['surname']): Names['surname'] {
  return (random) => {
    const name = choose(random);
    const written = ACCENTED[name];
    return written !== undefined && happens(ACCENTED_PERCENT, random) ? written : name;
  };
}

export const ENGLISH: Names = {
  woman: weighted(WOMEN),
  man: accented(weighted(MEN)),
  surname: accented(weighted(SURNAMES)),
  womensTitles: ['Mrs', 'Mrs', 'Ms', 'Ms', 'Miss', 'Dr'],
  mensTitles: ['Mr', 'Mr', 'Mr', 'Mr', 'Mr', 'Mr', 'Dr'],
};
