"""Invented people's names, by name culture: first names of girls and of boys, family names, and how many bear them.

From common knowledge, to make matching hard in the ways real names do; no register of real people was read.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Culture:
    """A name culture: its share of the population, its names commonest first, and how its families name children.

    `endings` make more family names out of the given ones, for the long tail. `by_sex` are words that follow the first
    name (Kaur, Singh). `family_first` says how often somebody writes the family's name first.
    """

    name: str
    share: float
    girls: tuple[str, ...]
    boys: tuple[str, ...]
    families: tuple[str, ...]
    beginnings: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()
    by_sex: tuple[str, str] = ("", "")
    family_first: float = 0.02
    two_surnames: float = 0.05
    ending_by_sex: tuple[tuple[str, str], ...] = ()


def _(words: str) -> tuple[str, ...]:
    return tuple(words.split())


CULTURES = (
    Culture(
        "British", 0.62,
        _("Olivia Amelia Isla Ava Ivy Freya Lily Florence Mia Willow Rosie Sophia Isabella Grace Daisy Sienna Poppy Elsie Emily Ella Evelyn Phoebe Evie Charlotte Harper Millie Matilda Maisie Sophie Ruby Emma Jessica Chloe Lucy Megan Holly Abigail Bethany Molly Katie Lauren Georgia Rebecca Hannah Amy Jasmine Eleanor Scarlett Alice Imogen Zoe Summer Skye Lola Robyn Erin Niamh Elizabeth Victoria Sarah Gemma Kirsty Louise Nicola Joanne Tracey Donna Claire Kelly Stacey Leanne"),
        _("Noah George Oliver Arthur Leo Oscar Theodore Freddie Theo Archie Henry Luca Charlie Harry Alfie Jack Teddy Finley Arlo Jacob Thomas Joshua William James Ethan Max Isaac Logan Reggie Roman Louie Toby Lewis Riley Daniel Joseph Samuel Benjamin Callum Connor Jake Liam Kieran Ryan Tyler Bradley Jordan Kyle Luke Matthew Michael Robert David Paul Mark Lee Darren Gary Wayne Craig Stephen Christopher Andrew Simon Alexander Edward Dylan Kian Mason Harrison Frankie Bobby Jude Robin Hugo"),
        _("Smith Jones Taylor Brown Williams Wilson Johnson Davies Robinson Wright Thompson Evans Walker White Roberts Green Hall Wood Jackson Clarke Harris Lewis Clark Turner Hill Cooper Ward Morris Moore King Watson Baker Harrison Morgan Allen Scott Young Mitchell James Lee Anderson Phillips Bennett Cook Shaw Bell Collins Kelly Carter Richardson Murphy Parker Miller Marshall Cox Adams Price Griffiths Foster Simpson Russell Mason Powell Webb Hunt Rogers Holmes Mills Barnes Knight Palmer Matthews Stevens Fisher Butler Barker Harvey Pearson Lloyd Graham Fletcher Dixon Hughes Edwards Owen Reid Murray Payne Gibson Ellis Cole West Jordan Reynolds Fox Burton Dunn Pearce Hart Lowe Lawrence Wells Atkinson Saunders Spencer Lane Gill Dean Burgess Barrett Hopkins Walsh Bird Chambers Cross Perry Page Newton"),
        _("Ash Brad Hard Whit Stan Hal Wood Nor Sut Bar Han Lan Thorn Black Red Fair Long Hol Wal Hen Beau Chad Cray Dal Far Green Har Hay Hough Lang Lin Mar Mel Nut Old Pen Rad Row Shar Ship Stock Tat Tun Wet Wick Win Wool Hep Ack Crop Bick"),
        _("worth ton ley field ford well wood ham by stead ridge bourne man combe den hurst more land bury wick shaw croft dale gate thorpe"),
        two_surnames=0.08,
    ),
    Culture(
        "Irish", 0.03,
        _("Niamh Aoife Saoirse Caoimhe Ciara Roisin Siobhan Orla Sinead Grainne Maeve Clodagh Bridget Kathleen Eimear Aisling"),
        _("Conor Sean Cian Oisin Patrick Darragh Fionn Cillian Declan Ronan Eoin Padraig Brendan Liam Kevin Dermot Rory"),
        _("Murphy Kelly O'Sullivan Walsh O'Brien Byrne Ryan O'Connor O'Neill O'Reilly Doyle McCarthy Gallagher Doherty Kennedy Lynch Murray Quinn Moore McLoughlin McDonagh Ward Connors Doran Cash O'Driscoll McGrath Fitzgerald Nolan Brennan Dunne Burke Hickey"),
    ),
    Culture(
        "Pakistani", 0.07,
        _("Aisha Fatima Zainab Maryam Hafsa Khadija Amina Iqra Sana Hira Noor Zara Mahnoor Ayesha Saima Nadia Shazia Rukhsana Nasreen Bushra Kiran Mehwish Saba Anam Uzma Samina"),
        _("Muhammad Mohammed Ali Hamza Bilal Usman Umar Hassan Hussain Ibrahim Yusuf Zain Ahmed Abdullah Imran Asif Tariq Nadeem Kashif Faisal Adeel Waqas Junaid Shahid Khalid Zubair Haroon Saad"),
        _("Khan Hussain Ahmed Ali Mahmood Akhtar Malik Shah Iqbal Mirza Bhatti Butt Chaudhry Raja Sheikh Qureshi Rehman Rashid Aslam Javed Bibi Begum Kauser Hanif Yousaf Zaman Aziz Latif Sharif Saleem Nawaz Baig Siddiqui Ansari Abbasi Dar Mir Awan Janjua Rafiq Kayani"),
        by_sex=("Bibi", ""), family_first=0.04,
    ),
    Culture(
        "Bangladeshi", 0.02,
        _("Sumaiya Nusrat Fahmida Tahmina Rahima Nazma Farhana Sharmin Shirin Rokeya Taslima Jannat Maisha Tasnim Ruksana Salma"),
        _("Mohammed Abdul Rahim Karim Shahin Rafiq Jahangir Kamal Tanvir Sakib Rakib Fahim Nayeem Mizanur Anwar Habib Mahbub"),
        _("Begum Khatun Miah Uddin Rahman Ahmed Hossain Islam Ali Chowdhury Khan Haque Alam Akter Choudhury Sarkar Sultana Kabir Hoque Ullah Khanom Bibi"),
        by_sex=("", "Md"), family_first=0.05,
    ),
    Culture(
        "Sikh", 0.02,
        _("Harpreet Simran Jasleen Manpreet Kiranjit Gurpreet Navneet Amandeep Sukhpreet Rajvir Jaspreet Kulwinder Balbir Paramjit Harleen Amrit"),
        _("Harpreet Gurpreet Jaspal Arjan Manjit Sukhdev Balwinder Amandeep Jagdeep Harjit Gurdeep Kuldip Paramjit Ranjit Armaan Fateh"),
        _("Gill Sandhu Dhillon Sidhu Grewal Dhaliwal Bains Sahota Johal Atwal Mann Kang Chahal Virk Uppal Bhogal Kaur Singh Hayer Randhawa Aujla Basra"),
        by_sex=("Kaur", "Singh"), two_surnames=0.02,
    ),
    Culture(
        "Hindu", 0.03,
        _("Priya Anjali Kavya Diya Ananya Pooja Neha Riya Meera Nisha Aarti Sunita Lakshmi Deepa Shreya Divya Radha Hetal"),
        _("Arjun Rohan Aarav Krishna Vivek Rahul Sanjay Amit Nikhil Dev Raj Anil Suresh Ramesh Kiran Ashok Vijay Hiten"),
        _("Patel Shah Sharma Desai Mehta Joshi Kumar Gupta Rao Reddy Nair Iyer Menon Mistry Parmar Solanki Chauhan Trivedi Bhatt Pillai Krishnan Subramaniam Venkatesan Raghavan Chandrasekhar"),
    ),
    Culture(
        "Polish", 0.04,
        _("Zuzanna Julia Maja Zofia Hanna Lena Alicja Maria Amelia Oliwia Katarzyna Agnieszka Małgorzata Anna Wiktoria Aleksandra Natalia Magdalena Karolina Ewa"),
        _("Jakub Szymon Jan Antoni Filip Kacper Mikołaj Piotr Paweł Krzysztof Tomasz Łukasz Michał Mateusz Wojciech Marcin Grzegorz Bartosz Adam Dawid"),
        _("Nowak Wójcik Woźniak Mazur Krawczyk Kaczmarek Zając Król Wieczorek Wróbel Stępień Dudek Pawlak Sikora Walczak Baran Michalak Szczepaniak Duda Tomczak Jarosz Pietrzak"),
        ending_by_sex=(("Kowalska", "Kowalski"), ("Wiśniewska", "Wiśniewski"), ("Kamińska", "Kamiński"), ("Lewandowska", "Lewandowski"), ("Zielińska", "Zieliński"), ("Szymańska", "Szymański"), ("Dąbrowska", "Dąbrowski"), ("Kozłowska", "Kozłowski"), ("Jankowska", "Jankowski"), ("Wojciechowska", "Wojciechowski"), ("Grabowska", "Grabowski"), ("Pawłowska", "Pawłowski")),
    ),
    Culture(
        "Romanian", 0.03,
        _("Maria Ioana Andreea Elena Alexandra Sofia Daria Ștefania Bianca Gabriela Mihaela Cristina Roxana Denisa Larisa Florentina"),
        _("Andrei Alexandru Ștefan Ion Matei David Gabriel Ionuț Mihai Florin Cristian Marian Vasile Gheorghe Nicolae Răzvan Luca"),
        _("Popescu Ionescu Popa Radu Dumitru Stan Stoica Gheorghe Matei Ciobanu Rusu Munteanu Constantin Marin Lupu Florea Dobre Barbu Nistor Moldovan Cojocaru Căldăraru Ungureanu Dinu Lăcătuș Văduva"),
    ),
    Culture(
        "Arabic", 0.03,
        _("Fatima Maryam Nour Layla Sara Aya Zainab Huda Rania Amal Salma Yasmin Hanan Rana Dalal Samar Asma Reem"),
        _("Mohamed Ahmed Omar Khaled Youssef Mustafa Ali Hassan Ibrahim Abdelrahman Karim Tariq Samir Ziad Hisham Walid Nabil Bassam"),
        _("Al-Hassan Al-Masri El-Sayed Haddad Al-Ahmad Mansour Saleh Khalil Najjar Al-Khatib Hamdan Qasim Abdullah Shami Al-Jabouri Aziz Darwish Farah Nasser Al-Rashid Taha Youssef Barakat El-Amin"),
        family_first=0.05,
    ),
    Culture(
        "Somali", 0.015,
        _("Hodan Ayaan Fadumo Hamdi Sahra Khadra Ifrah Nimco Asha Halima Hibo Ubah Amina Zamzam Safiya Deqa"),
        _("Abdi Mohamed Abdirahman Ahmed Liban Guled Yusuf Mahad Hassan Ayub Bilal Sharmarke Farah Warsame Ismail Khadar"),
        _("Mohamed Ali Hassan Ahmed Abdi Hussein Omar Warsame Farah Jama Ibrahim Osman Yusuf Aden Nur Isse Duale Abdullahi Muse Elmi Hersi Gedi"),
        family_first=0.05,
    ),
    Culture(
        "Nigerian", 0.025,
        _("Oluwaseun Adaeze Chioma Temitope Folake Ngozi Ifeoma Blessing Amarachi Yetunde Funmilayo Chiamaka Precious Favour Titilayo Kehinde"),
        _("Oluwaseun Chinedu Emeka Tunde Babatunde Ayodele Kelechi Chukwuemeka Olamide Segun Femi Obinna Taiwo Kehinde Tobi Ikenna"),
        _("Adeyemi Okafor Okonkwo Adebayo Ogunleye Balogun Eze Nwosu Obi Afolabi Olawale Adeleke Ibrahim Bello Musa Onyekachi Okeke Ojo Akintola Oyelaran Chukwu Nwachukwu Ezeh Adewale Oladipo"),
        two_surnames=0.08,
    ),
    Culture(
        "Ghanaian", 0.01,
        _("Akosua Abena Ama Efua Adwoa Yaa Afia Esi Akua Serwaa Maame Gifty"),
        _("Kwame Kofi Kwabena Yaw Kojo Kwaku Kwasi Kwadwo Nana Ebo Papa Emmanuel"),
        _("Mensah Owusu Boateng Asante Osei Appiah Agyeman Amoah Frimpong Ofori Adjei Sarpong Acheampong Addo Opoku Boakye Antwi Asamoah Danso"),
    ),
    Culture(
        "Turkish", 0.015,
        _("Zeynep Elif Defne Ayşe Fatma Emine Hatice Merve Büşra Esra Özlem Gülşen Nehir Ecrin"),
        _("Yusuf Mehmet Mustafa Ali Ömer Eymen Emir Ahmet Hasan Hüseyin Murat İbrahim Çağlar Emre Kerem"),
        _("Yılmaz Kaya Demir Çelik Şahin Yıldız Öztürk Aydın Özdemir Arslan Doğan Kılıç Aslan Çetin Kara Koç Kurt Özkan Şimşek Polat Erdoğan"),
    ),
    Culture(
        "Chinese", 0.012,
        _("Wei Xin Mei Li Jing Xiaoyu Yan Hui Ling Yuxuan Zihan Jiayi Siu-Ling Ka-Yan Wing-Yan Mei-Ling"),
        _("Wei Jun Hao Ming Lei Yichen Zihao Jian Qiang Bo Ka-Ho Chi-Ming Wing-Kin Tsz-Hin Haoran Yifan"),
        _("Wang Li Zhang Liu Chen Yang Huang Zhao Wu Zhou Xu Sun Chan Wong Lam Cheung Leung Ng Ho Lau Yip Cheng Tang Tsang"),
        family_first=0.35,
    ),
    Culture(
        "Vietnamese", 0.008,
        _("Thi-Lan Thi-Mai Linh Huong Trang Ngoc Thuy Anh Phuong Thao Quynh Yen"),
        _("Van-Minh Minh Duc Tuan Hung Quang Long Nam Khanh Phuc Van-Hai Bao"),
        _("Nguyen Tran Le Pham Hoang Huynh Phan Vu Vo Dang Bui Do Ho Ngo Duong Ly"),
        family_first=0.35,
    ),
    Culture(
        "Portuguese", 0.015,
        _("Maria Beatriz Leonor Matilde Carolina Mariana Inês Ana Joana Sofia Camila Letícia Rafaela Fernanda"),
        _("João Rodrigo Francisco Martim Santiago Tomás Afonso Duarte Miguel Gonçalo Pedro Rafael Thiago Gustavo"),
        _("Silva Santos Ferreira Pereira Oliveira Costa Rodrigues Martins Sousa Fernandes Gonçalves Gomes Lopes Marques Almeida Ribeiro Pinto Carvalho Teixeira da-Silva dos-Santos de-Souza"),
        two_surnames=0.45,
    ),
)  # fmt: skip
